#include "agenda/agenda_record.h"

#include "base/hash.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hallway {
namespace {

constexpr std::string_view mark = "HWR";
constexpr std::size_t checksum_end = 7; // mark and checksum: what the checksum does not cover
constexpr std::size_t frame_bytes = 12;

void write_stamp(ByteWriter& out, const Stamp& stamp)
{
    out.number(stamp.wall_ms);
    out.number(stamp.counter);
    out.number(stamp.writer);
}

Stamp read_stamp(ByteReader& in)
{
    Stamp stamp;
    stamp.wall_ms = in.number<std::int64_t>();
    stamp.counter = in.number<std::uint32_t>();
    stamp.writer = in.number<std::uint64_t>();
    return stamp;
}

Bytes write_body(const Choice& choice)
{
    ByteWriter out;
    write_stamp(out, choice.stamp);
    out.number(choice.key.field);
    out.number(choice.action);
    write_stamp(out, choice.target);
    write_stamp(out, choice.replaced);
    out.text(choice.key.conference);
    out.text(choice.key.subject);
    out.text(choice.value);
    out.text(choice.previous);
    out.text(choice.context.title);
    out.text(choice.context.start);
    out.text(choice.context.room);
    return out.take();
}

Choice read_version_1(ByteReader& in)
{
    Choice choice;
    choice.stamp = read_stamp(in);
    choice.key.field = in.number<ChoiceField>();
    choice.action = in.number<ChoiceAction>();
    choice.target = read_stamp(in);
    choice.replaced = read_stamp(in);
    choice.key.conference = in.text();
    choice.key.subject = in.text();
    choice.value = in.text();
    choice.previous = in.text();
    choice.context.title = in.text();
    choice.context.start = in.text();
    choice.context.room = in.text();
    return choice;
}

constexpr std::uint8_t version_steps = 4; ///< knows steps of several writes

/// One reader for each version that was ever written; each gives today's `Choice`. None is ever
/// removed: someone's storage may hold any of them.
struct BodyReader {
    std::uint8_t version;
    Choice (*read)(ByteReader&);
};
constexpr BodyReader body_readers[] = {
    // More fields, and from version 4 on steps of several writes; the same shape.
    { 1, read_version_1 },
    { 2, read_version_1 },
    { 3, read_version_1 },
    { version_steps, read_version_1 },
    { 5, read_version_1 },
};
constexpr std::uint8_t version_now = body_readers[std::size(body_readers) - 1].version;

bool is_sound(const Stamp& stamp)
{
    // Twice the limit for foreign writes: what comes after such a one must be readable.
    return stamp.wall_ms > 0 && stamp.wall_ms <= 2 * stamp_wall_ms_max;
}

/// The version that knew the field first; 0: there is no such field.
std::uint8_t version_of(ChoiceField field)
{
    switch (field) {
    case ChoiceField::Keenness:
    case ChoiceField::Going:
    case ChoiceField::Note: return 1;
    case ChoiceField::Rating:
    case ChoiceField::Place:
    case ChoiceField::Attended:
    case ChoiceField::Seen: return 2;
    case ChoiceField::Comes:
    case ChoiceField::Leaves: return 3;
    case ChoiceField::Event: return 5;
    }
    return 0;
}

bool is_sound(const Choice& choice, std::uint8_t version)
{
    const std::uint8_t field_version = version_of(choice.key.field);
    if (field_version == 0 || field_version > version || !is_sound(choice.stamp)) return false;
    if (choice.replaced != Stamp {} && !is_sound(choice.replaced)) return false;
    switch (choice.action) {
    case ChoiceAction::Do:
        return choice.target == Stamp {} || (version >= version_steps && is_sound(choice.target));
    case ChoiceAction::Undo:
    case ChoiceAction::Redo: return is_sound(choice.target);
    }
    return false;
}

/// What a choice is written as: the first version that knows all of it, so that an older build
/// reads what it can.
std::uint8_t version_of(const Choice& choice)
{
    const bool goes_on = choice.action == ChoiceAction::Do && choice.target != Stamp {};
    return std::max(goes_on ? version_steps : std::uint8_t { 0 }, version_of(choice.key.field));
}

struct Frame {
    std::uint8_t version = 0;
    ByteView body;
    ByteView all;
};

/// The frame at the start of `bytes`; nothing if there is none or a byte of it is wrong.
std::optional<Frame> find_frame(ByteView bytes)
{
    ByteReader in(bytes);
    const std::string_view found_mark = text_of(in.raw(mark.size()));
    const auto checksum = in.number<std::uint32_t>();
    const auto version = in.number<std::uint8_t>();
    const auto body_bytes = in.number<std::uint32_t>();
    if (in.failed() || found_mark != mark || version == 0) return std::nullopt;
    if (body_bytes > record_body_bytes_max || body_bytes > in.left()) return std::nullopt;
    const ByteView all = bytes.first(frame_bytes + body_bytes);
    if (crc32(all.subspan(checksum_end)) != checksum) return std::nullopt;
    return Frame { version, all.subspan(frame_bytes), all };
}

std::optional<Choice> read_body(const Frame& frame)
{
    for (const BodyReader& reader : body_readers) {
        if (reader.version != frame.version) continue;
        ByteReader in(frame.body);
        Choice choice = reader.read(in);
        if (!in.failed() && in.left() == 0 && is_sound(choice, reader.version)) return choice;
    }
    return std::nullopt;
}

/// What is left of `bytes` from the next possible start of a frame.
ByteView after_damage(ByteView bytes)
{
    const std::size_t next = text_of(bytes).find(mark, 1);
    return next == std::string_view::npos ? ByteView {} : bytes.subspan(next);
}

} // namespace

std::uint64_t choice_id(const ChoiceKey& key)
{
    const std::uint64_t subject = mix64(hash64(key.conference), hash64(key.subject));
    return mix64(subject, static_cast<std::uint64_t>(key.field));
}

Bytes encode_record(const Choice& choice)
{
    const Bytes body = write_body(choice);
    ByteWriter checked;
    checked.number(version_of(choice));
    checked.number(static_cast<std::uint32_t>(body.size()));
    checked.raw(body);

    ByteWriter out;
    out.raw(bytes_of(mark));
    out.number(crc32(checked.view()));
    out.raw(checked.view());
    return out.take();
}

Bytes encode_records(const std::vector<Choice>& choices)
{
    ByteWriter out;
    for (const Choice& choice : choices) out.raw(encode_record(choice));
    return out.take();
}

DecodedRecords decode_records(ByteView bytes)
{
    DecodedRecords out;
    bool in_damage = false;
    while (!bytes.empty()) {
        const std::optional<Frame> frame = find_frame(bytes);
        if (!frame) {
            if (!in_damage) ++out.damaged_count;
            in_damage = true;
            bytes = after_damage(bytes);
            continue;
        }
        in_damage = false;
        bytes = bytes.subspan(frame->all.size());
        if (frame->version > version_now) {
            out.newer.insert(out.newer.end(), frame->all.begin(), frame->all.end());
            ++out.newer_count;
        } else if (std::optional<Choice> choice = read_body(*frame)) {
            out.choices.push_back(*std::move(choice));
        } else {
            ++out.damaged_count;
        }
    }
    return out;
}

} // namespace hallway
