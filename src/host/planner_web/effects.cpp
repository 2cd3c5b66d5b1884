#include "host/planner_web/effects.h"

#include "host/planner_web/abi.h"

#include <array>
#include <string>

namespace hallway {
namespace {

constexpr std::string_view text_end { "\0", 1 };

struct EffectWriter {
    ByteWriter& out;

    void operator()(const SaveRecord& save)
    {
        record(abi::Effect::SaveRecord, save.choice_id, save.record);
    }
    void operator()(const CopyRecord& copy)
    {
        record(abi::Effect::CopyRecord, copy.choice_id, copy.record);
    }
    void operator()(const SetAside& aside)
    {
        rows(abi::Effect::SetAside, aside.batch, aside.rows, aside.rescued);
    }
    void operator()(const Compact& compact)
    {
        rows(abi::Effect::Compact, compact.batch, compact.rows, compact.records);
    }
    void operator()(const RetryWrites&) { text(abi::Effect::RetryWrites, {}); }
    void operator()(const PushRoute& route) { text(abi::Effect::PushRoute, route.href); }
    void operator()(const ReplaceRoute& route) { text(abi::Effect::ReplaceRoute, route.href); }
    void operator()(const LoadProgram& load) { text(kind_of(load.how), load.source); }
    void operator()(const LoadLastProgram&) { text(abi::Effect::LoadLast, {}); }
    void operator()(const RememberSource& source)
    {
        put(abi::Effect::RememberSource,
            { bytes_of(source.source), bytes_of(text_end), bytes_of(source.title) });
    }
    void operator()(const ForgetProgram& program)
    {
        text(abi::Effect::ForgetProgram, program.source);
    }
    void operator()(const PickFile&) { text(abi::Effect::PickFile, {}); }
    void operator()(const LeaveSetTime&) { text(abi::Effect::LeaveSetTime, {}); }
    void operator()(const SaveSettings& settings)
    {
        put(abi::Effect::SaveSettings, { settings.settings });
    }
    void operator()(const ShowLook& look)
    {
        constexpr std::string_view themes[] = { "system", "light", "dark" };
        const std::string percent = std::to_string(look.text_percent);
        put(abi::Effect::ShowLook,
            { bytes_of(themes[static_cast<int>(look.theme)]), bytes_of(text_end), bytes_of(percent),
                bytes_of(text_end), bytes_of(look.left_hand ? std::string_view("left") : "right"),
                bytes_of(text_end), bytes_of(look.language) });
    }
    void operator()(const DescribeZone& zone)
    {
        ByteWriter years;
        years.number(zone.first_year);
        years.number(zone.last_year);
        put(abi::Effect::DescribeZone, { years.view() });
    }
    void operator()(const EraseChoices& erase)
    {
        ByteWriter head;
        head.number(static_cast<std::uint32_t>(erase.kept_ids.size()));
        for (const std::uint64_t id : erase.kept_ids) {
            const std::array<char, 16> digits = hex(id);
            head.raw(std::as_bytes(std::span(digits)));
        }
        put(abi::Effect::EraseChoices, { head.view(), erase.rest });
    }
    void operator()(const FindPlan& find)
    {
        ByteWriter number;
        number.number(find.number);
        put(abi::Effect::FindPlan, { number.view(), find.problem });
    }
    void operator()(const EndPlanSearch&) { text(abi::Effect::EndPlanSearch, {}); }
    void operator()(const ScrollRooms& scroll) { text(abi::Effect::ScrollRooms, scroll.way); }
    void operator()(const Download& download)
    {
        put(abi::Effect::Download,
            { bytes_of(download.name), bytes_of(text_end), bytes_of(download.type),
                bytes_of(text_end), download.bytes });
    }

    void text(abi::Effect kind, std::string_view value) { put(kind, { bytes_of(value) }); }

private:
    static abi::Effect kind_of(LoadProgram::How how)
    {
        switch (how) {
        case LoadProgram::How::FromStore: return abi::Effect::LoadProgram;
        case LoadProgram::How::Anew: return abi::Effect::LoadAnew;
        case LoadProgram::How::Check: return abi::Effect::CheckProgram;
        }
        return abi::Effect::LoadProgram;
    }

    void put(abi::Effect kind, std::initializer_list<ByteView> parts)
    {
        std::size_t size = 0;
        for (const ByteView part : parts) size += part.size();
        out.number(kind);
        out.number(static_cast<std::uint32_t>(size));
        for (const ByteView part : parts) out.raw(part);
    }

    static std::array<char, 16> hex(std::uint64_t number)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        std::array<char, 16> out {};
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = digits[(number >> (60 - 4 * i)) & 15];
        return out;
    }

    void record(abi::Effect kind, std::uint64_t choice_id, const Bytes& bytes)
    {
        const std::array<char, 16> id = hex(choice_id);
        put(kind, { std::as_bytes(std::span(id)), bytes_of(text_end), bytes });
    }

    void rows(abi::Effect kind, std::uint32_t batch, const std::vector<std::uint32_t>& positions,
        const Bytes& bytes)
    {
        ByteWriter head;
        head.number(batch);
        head.number(static_cast<std::uint32_t>(positions.size()));
        for (const std::uint32_t position : positions) head.number(position);
        put(kind, { head.view(), bytes });
    }
};

} // namespace

void write_effects(ByteWriter& out, const Effects& effects)
{
    for (const AppEffect& effect : effects) std::visit(EffectWriter { out }, effect);
}

void write_document_title(ByteWriter& out, std::string_view title)
{
    EffectWriter { out }.text(abi::Effect::DocumentTitle, title);
}

} // namespace hallway
