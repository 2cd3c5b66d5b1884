#include "agenda/agenda.h"
#include "base/sort.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hallway {
namespace {

bool fits(const ChoiceKey& key)
{
    return key.conference.size() <= choice_key_bytes_max
        && key.subject.size() <= choice_key_bytes_max;
}

/// Cut between two code points.
void shorten(std::string& text)
{
    if (text.size() <= choice_context_bytes_max) return;
    std::size_t end = choice_context_bytes_max;
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
    };
    while (end > 0 && continues(end)) --end;
    text.resize(end);
}

bool is_of(const Choice& choice, std::string_view conference)
{
    return conference.empty() || choice.key.conference == conference;
}

/// The first write of the step that a `Do` belongs to.
Stamp step_of(const Choice& choice)
{
    return choice.target == Stamp {} ? choice.stamp : choice.target;
}

/// Answers what `find` gives, as long as it is of one step.
template <class Find, class Answer>
std::vector<Choice> take_step(const Find& find, const Answer& answer)
{
    std::vector<Choice> answers;
    const Choice* target = find();
    if (!target) return answers;
    const Stamp step = step_of(*target);
    for (; target && step_of(*target) == step; target = find()) answers.push_back(answer(*target));
    return answers;
}

bool replace_if_later(std::optional<Choice>& kept, const Choice& choice)
{
    if (kept && !is_later(choice, *kept)) return false;
    kept = choice;
    return true;
}

} // namespace

bool is_later(const Choice& left, const Choice& right)
{
    if (left.stamp != right.stamp) return left.stamp > right.stamp;
    return left > right;
}

std::string_view Agenda::value(const ChoiceKey& key) const
{
    const auto found = latest_.find(key);
    return found == latest_.end() ? std::string_view {} : std::string_view(found->second.value);
}

std::optional<Choice> Agenda::choose(
    ChoiceKey key, std::string value, ChoiceContext context, std::int64_t now_ms)
{
    const std::string_view previous = this->value(key);
    if (previous == value || !fits(key) || value.size() > choice_value_bytes_max)
        return std::nullopt;
    shorten(context.title);
    shorten(context.start);
    shorten(context.room);

    Choice choice;
    choice.previous = std::string(previous);
    choice.replaced = source(key).value_or(Stamp {});
    choice.key = std::move(key);
    choice.value = std::move(value);
    choice.context = std::move(context);
    choice.stamp = next_stamp(now_ms);
    if (in_step_) {
        choice.target = step_;
        if (step_ == Stamp {}) step_ = choice.stamp;
    }
    merge(choice);
    return choice;
}

void Agenda::begin_step()
{
    in_step_ = true;
    step_ = {};
}

bool Agenda::merge(const Choice& choice)
{
    latest_seen_ = std::max(latest_seen_, choice.stamp);

    const auto [at, is_new] = latest_.try_emplace(choice.key, choice);
    bool changed = is_new;
    if (!is_new && is_later(choice, at->second)) {
        at->second = choice;
        changed = true;
    }
    if (device_of(choice.stamp) == static_cast<std::uint32_t>(writer_ >> 32))
        changed = merge_own(choice) || changed;
    if (changed) ++revision_;
    return changed;
}

bool Agenda::merge_own(const Choice& choice)
{
    const bool is_step = choice.action != ChoiceAction::Do;
    const Stamp& id = is_step ? choice.target : choice.stamp;
    // What is older than all that is kept would be forgotten at once, and was, perhaps, before.
    if (own_done_count_ == undo_depth_max && id < own_.begin()->first) return false;

    OwnChoice& own = own_[id];
    if (is_step) return replace_if_later(own.last_step, choice);
    if (!own.done) ++own_done_count_;
    const bool changed = replace_if_later(own.done, choice);
    forget_oldest_own();
    return changed;
}

/// What is kept depends on the set of writes alone, never on the order in which they came: the
/// newest choices, and steps only of those (or of such that may still arrive among them).
void Agenda::forget_oldest_own()
{
    while (own_done_count_ > undo_depth_max) {
        if (own_.begin()->second.done) --own_done_count_;
        own_.erase(own_.begin());
    }
    while (own_done_count_ == undo_depth_max && !own_.begin()->second.done)
        own_.erase(own_.begin());
}

/// The `Do` whose value stands for `key`; nothing when the key was never chosen. Where that is not
/// known any more, the step that restored it: it equals no `Do`.
std::optional<Stamp> Agenda::source(const ChoiceKey& key) const
{
    const auto found = latest_.find(key);
    if (found == latest_.end()) return std::nullopt;
    const Choice& latest = found->second;
    switch (latest.action) {
    case ChoiceAction::Do: return latest.stamp;
    case ChoiceAction::Redo: return latest.target;
    case ChoiceAction::Undo: break;
    }
    const auto own = own_.find(latest.target);
    // Undone elsewhere, or long ago: the step itself stands for what it restored.
    if (own == own_.end() || !own->second.done) return latest.stamp;
    return own->second.done->replaced;
}

const Choice* Agenda::find_undoable(std::string_view conference) const
{
    for (auto at = own_.rbegin(); at != own_.rend(); ++at) {
        const auto& [done, last_step] = at->second;
        if (!done || !is_of(*done, conference)) continue;
        const bool stands = !last_step || last_step->action == ChoiceAction::Redo;
        if (stands && source(done->key) == done->stamp) return &*done;
    }
    return nullptr;
}

const Choice* Agenda::find_redoable(std::string_view conference) const
{
    Stamp newest_done;
    for (const auto& [stamp, own] : own_)
        if (own.done && is_of(*own.done, conference)) newest_done = stamp;

    const Choice* target = nullptr;
    Stamp undone_last = newest_done; // A choice made after an undo ends what could be done again.
    for (const auto& [stamp, own] : own_) {
        const auto& [done, last_step] = own;
        if (!done || !last_step || last_step->action != ChoiceAction::Undo) continue;
        if (!is_of(*done, conference) || last_step->stamp <= undone_last) continue;
        if (source(done->key) != done->replaced) continue;
        target = &*done;
        undone_last = last_step->stamp;
    }
    return target;
}

bool Agenda::can_undo(std::string_view conference) const
{
    return find_undoable(conference) != nullptr;
}

bool Agenda::can_redo(std::string_view conference) const
{
    return find_redoable(conference) != nullptr;
}

std::vector<Choice> Agenda::undo(std::int64_t now_ms, std::string_view conference)
{
    return take_step([&] { return find_undoable(conference); },
        [&](const Choice& target) { return answer(target, ChoiceAction::Undo, now_ms); });
}

std::vector<Choice> Agenda::redo(std::int64_t now_ms, std::string_view conference)
{
    return take_step([&] { return find_redoable(conference); },
        [&](const Choice& target) { return answer(target, ChoiceAction::Redo, now_ms); });
}

Choice Agenda::answer(const Choice& target, ChoiceAction action, std::int64_t now_ms)
{
    Choice choice = target;
    if (action == ChoiceAction::Undo) std::swap(choice.value, choice.previous);
    choice.replaced = source(target.key).value_or(Stamp {});
    choice.action = action;
    choice.target = target.stamp;
    choice.stamp = next_stamp(now_ms);
    merge(choice);
    return choice;
}

Stamp Agenda::next_stamp(std::int64_t now_ms)
{
    // A clock may show anything; a stamp of it must be one that other devices accept.
    const std::int64_t wall_ms = std::clamp<std::int64_t>(now_ms, 1, stamp_wall_ms_max);
    if (wall_ms > latest_seen_.wall_ms) return { wall_ms, 0, writer_ };
    if (latest_seen_.counter == std::numeric_limits<std::uint32_t>::max())
        return { latest_seen_.wall_ms + 1, 0, writer_ };
    return { latest_seen_.wall_ms, latest_seen_.counter + 1, writer_ };
}

std::vector<Choice> Agenda::writes() const
{
    std::vector<Choice> out;
    out.reserve(latest_.size() + 2 * own_.size());
    for (const auto& [key, choice] : latest_) out.push_back(choice);
    for (const auto& [stamp, own] : own_) {
        if (own.done) out.push_back(*own.done);
        if (own.last_step) out.push_back(*own.last_step);
    }
    sort_things(out, [](const Choice& a, const Choice& b) { return is_later(b, a); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace hallway
