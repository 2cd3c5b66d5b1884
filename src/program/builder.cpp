#include "program/builder.h"

#include "base/hash.h"
#include "base/text.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::string_view safe_starts[] = { "http://", "https://", "mailto:" };

bool starts_with_any_case(std::string_view text, std::string_view lower)
{
    if (text.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        if (c != lower[i]) return false;
    }
    return true;
}

std::string hex_of(std::uint64_t value)
{
    std::string out(16, '0');
    for (std::size_t i = out.size(); i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
    return out;
}

std::uint64_t hash_of(std::uint32_t session, const OccurrenceDraft& occurrence)
{
    std::uint64_t hash =
        mix64(mix64(0, session), static_cast<std::uint64_t>(occurrence.start.minutes));
    for (const std::uint32_t room : occurrence.rooms) hash = mix64(hash, room);
    return hash;
}

} // namespace

std::uint32_t ProgramBuilder::track(std::string_view name, std::uint32_t color)
{
    if (name.empty()) return pack::none;
    const auto known = track_by_name_.find(name);
    if (known != track_by_name_.end()) {
        if (color != 0) tracks_[known->second].color = color;
        return known->second;
    }
    const auto at = static_cast<std::uint32_t>(tracks_.size());
    tracks_.push_back({ std::string(name), color });
    track_by_name_.emplace(name, at);
    return at;
}

std::uint32_t ProgramBuilder::add_area(AreaDraft area)
{
    areas_.push_back(std::move(area));
    return static_cast<std::uint32_t>(areas_.size() - 1);
}

std::uint32_t ProgramBuilder::room(std::string_view key)
{
    const auto known = room_by_key_.find(key);
    if (known != room_by_key_.end()) return known->second;
    const auto at = static_cast<std::uint32_t>(rooms_.size());
    RoomDraft& room = rooms_.emplace_back();
    room.key = key;
    room.name = key;
    room_by_key_.emplace(key, at);
    return at;
}

std::uint32_t ProgramBuilder::person(std::string_view key, std::string_view name)
{
    const auto known = person_by_key_.find(key);
    if (known != person_by_key_.end()) return known->second;
    const auto at = static_cast<std::uint32_t>(people_.size());
    PersonDraft& person = people_.emplace_back();
    person.key = key;
    person.name = name;
    person_by_key_.emplace(key, at);
    return at;
}

std::string ProgramBuilder::key_from_content(const SessionDraft& session) const
{
    std::uint64_t people = 0; // a sum: their order does not matter
    for (const std::uint32_t person : session.people) people += hash64(fold(people_[person].name));
    return hex_of(mix64(hash64(fold(session.title)), people));
}

ProgramBuilder::Added ProgramBuilder::add_session(SessionDraft session)
{
    if (session.key.empty()) session.key = key_from_content(session);
    auto known = session_by_key_.find(session.key);
    if (known != session_by_key_.end() && sessions_[known->second].title != session.title) {
        // Two things under one number, as real files have them: the later one goes by its content,
        // too.
        session.key += '-' + key_from_content(session);
        known = session_by_key_.find(session.key);
    }
    const bool is_new = known == session_by_key_.end();
    const auto at = is_new ? static_cast<std::uint32_t>(sessions_.size()) : known->second;
    std::erase_if(session.occurrences, [this, at](const OccurrenceDraft& occurrence) {
        return !known_occurrences_.insert(hash_of(at, occurrence));
    });
    if (is_new) {
        session_by_key_.emplace(session.key, at);
        sessions_.push_back(std::move(session));
        return Added::New;
    }
    if (session.occurrences.empty()) return Added::Duplicate;
    for (OccurrenceDraft& occurrence : session.occurrences)
        sessions_[at].occurrences.push_back(std::move(occurrence));
    return Added::MoreOccurrences;
}

bool is_safe_url(std::string_view url)
{
    for (const char c : url)
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) return false;
    return std::any_of(
        std::begin(safe_starts), std::end(safe_starts), [url](std::string_view start) {
            return url.size() > start.size() && starts_with_any_case(url, start);
        });
}

} // namespace hallway
