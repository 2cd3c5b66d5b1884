#include "agenda/support/random_history.h"

#include "agenda/agenda_record.h"
#include "agenda/support/one_choice.h"

#include <algorithm>
#include <optional>

namespace hallway::test {
namespace {

constexpr std::int64_t start_ms = 1'766'800'000'000;
constexpr std::int64_t year_ms = 31'557'600'000;

struct Device {
    Agenda agenda;
    std::uint32_t id = 0;
    std::uint32_t page_load = 1;
    std::int64_t clock_error_ms = 0;
    Stamp latest_seen;
};

class Simulation {
public:
    explicit Simulation(Random& random) : random_(random)
    {
        for (std::uint32_t id = 1; id <= 5; ++id) {
            Device device;
            device.id = id;
            device.agenda = Agenda(writer_of(id));
            device.clock_error_ms = clock_error();
            devices_.push_back(std::move(device));
        }
    }

    void step()
    {
        now_ms_ +=
            static_cast<std::int64_t>(random_.below(3)); // Often none: within one millisecond.
        Device& device = devices_[random_.below(devices_.size())];
        switch (random_.below(10)) {
        case 0: note(device, undo_one(device.agenda, clock(device))); break;
        case 1: note(device, redo_one(device.agenda, clock(device))); break;
        case 2:
        case 3: receive(device, devices_[random_.below(devices_.size())].agenda.writes()); break;
        case 4: receive(device, history_.all_writes); break;
        case 5: reload(device); break;
        case 6: device.clock_error_ms = clock_error(); break;
        default: choose(device); break;
        }
    }

    History take()
    {
        for (Device& device : devices_) history_.devices.push_back(std::move(device.agenda));
        return std::move(history_);
    }

private:
    std::int64_t clock_error()
    {
        const auto sign = random_.one_in(2) ? 1 : -1;
        switch (random_.below(4)) {
        case 0: return 0;
        case 1: return sign * static_cast<std::int64_t>(random_.below(5));
        case 2: return sign * static_cast<std::int64_t>(random_.below(10'000'000));
        default: return sign * static_cast<std::int64_t>(random_.below(60)) * year_ms;
        }
    }

    std::int64_t clock(const Device& device) const { return now_ms_ + device.clock_error_ms; }

    void choose(Device& device)
    {
        static const char* const values[] = { "", "want", "must", "no" };
        static const ChoiceField fields[] = { ChoiceField::Keenness, ChoiceField::Keenness,
            ChoiceField::Note, ChoiceField::Rating };
        const ChoiceField field = fields[random_.below(4)];
        ChoiceKey key = key_of("s" + std::to_string(random_.below(3)), field);
        note(device,
            device.agenda.choose(std::move(key), values[random_.below(4)], {}, clock(device)));
    }

    void note(Device& device, const std::optional<Choice>& choice)
    {
        if (!choice) return;
        if (choice->stamp <= device.latest_seen) ++history_.disorder_count;
        device.latest_seen = choice->stamp;
        history_.all_writes.push_back(*choice);
    }

    /// Some of `writes`, in any order.
    void receive(Device& device, std::vector<Choice> writes)
    {
        random_.shuffle(writes);
        writes.resize(random_.below(writes.size() + 1));
        for (const Choice& choice : writes) {
            device.agenda.merge(choice);
            device.latest_seen = std::max(device.latest_seen, choice.stamp);
        }
    }

    void reload(Device& device)
    {
        ++device.page_load;
        device.agenda = reloaded(device.agenda, writer_of(device.id, device.page_load));
    }

    Random& random_;
    std::int64_t now_ms_ = start_ms;
    std::vector<Device> devices_;
    History history_;
};

} // namespace

std::uint64_t Random::next()
{
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

std::size_t Random::below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

ChoiceKey key_of(std::string subject, ChoiceField field)
{
    return { "39c3", std::move(subject), field };
}

std::uint64_t writer_of(std::uint32_t device, std::uint32_t page_load)
{
    return (std::uint64_t { device } << 32) | page_load;
}

Agenda agenda_of(std::uint64_t writer, const std::vector<Choice>& writes)
{
    Agenda agenda(writer);
    for (const Choice& choice : writes) agenda.merge(choice);
    return agenda;
}

Agenda reloaded(const Agenda& agenda, std::uint64_t writer)
{
    return agenda_of(writer, decode_records(encode_records(agenda.writes())).choices);
}

History make_history(Random& random, std::size_t step_count)
{
    Simulation simulation(random);
    for (std::size_t i = 0; i < step_count; ++i) simulation.step();
    return simulation.take();
}

} // namespace hallway::test
