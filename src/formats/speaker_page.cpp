#include "formats/speaker_page.h"

#include "base/text.h"
#include "formats/finish_import.h"
#include "formats/known_conferences.h"
#include "formats/page_labels.h"
#include "formats/page_prose.h"
#include "formats/page_times.h"
#include "formats/text_blocks.h"
#include "formats/written_times.h"
#include "program/builder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace hallway {
namespace {

/// More people than this give no session together: then the page is a list of them.
constexpr std::size_t speakers_max = 16;
/// Longer lines are no names, and no titles that stand below their label.
constexpr std::size_t name_bytes_max = 120;
constexpr std::size_t title_bytes_max = 300;
/// What ends on the next day ends in the night; more is a slip of the pen.
constexpr Minutes overnight_minutes_max = 12 * 60;

/// What stands where something is still to be announced.
constexpr std::string_view open_words[] = { "", "-", "tba", "tbc", "tbd", "to be announced",
    "to be confirmed", "to be decided", "to be determined" };

bool is_open(std::string_view text)
{
    const std::string folded = fold(text);
    return std::find(std::begin(open_words), std::end(open_words), folded) != std::end(open_words);
}

/// A label's value, or nothing where it is still to be announced.
std::string announced_line(std::string_view value)
{
    return is_open(value) ? std::string() : clean_line(value);
}

/// Takes a line off the front of `text`, without its line break.
std::string_view take_row(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return row;
}

/// The file clean, and its lines without white space at their ends, so that a line that looks blank
/// is blank. Line by line as it was.
std::string page_text(std::string_view file)
{
    const std::string clean = clean_text(file);
    std::string text;
    text.reserve(clean.size());
    for (std::string_view rest = clean; !rest.empty();)
        text.append(trim_page(take_row(rest))).push_back('\n');
    return text;
}

/// A title in quotation marks is the one between them.
std::string_view without_quotes(std::string_view title)
{
    for (const auto& [open, close] : { std::pair { "\"", "\"" }, std::pair { "“", "”" } }) {
        const std::string_view begin(open), end(close);
        if (title.size() <= begin.size() + end.size() || !title.starts_with(begin)
            || !title.ends_with(end))
            continue;
        const std::string_view inner =
            title.substr(begin.size(), title.size() - begin.size() - end.size());
        if (inner.find(begin) == inner.npos && inner.find(end) == inner.npos) return inner;
    }
    return title;
}

/// Time and place of a session as the page writes them.
struct WrittenSlot {
    std::string time;
    std::string date;
    std::string place;
    std::uint32_t line = 0;

    [[nodiscard]] std::string when() const
    {
        return date.empty() || time.empty() ? date + time : date + ", " + time;
    }
};

/// What the lines with labels say about a session.
struct SessionDetails {
    std::string track;
    std::vector<WrittenSlot> slots;

    void add(PageLabel label, std::string_view value, std::uint32_t line)
    {
        const std::string text = announced_line(value);
        if (label == PageLabel::Track) {
            if (track.empty()) track = text;
            return;
        }
        const auto member = label == PageLabel::Time ? &WrittenSlot::time
            : label == PageLabel::Date               ? &WrittenSlot::date
                                                     : &WrittenSlot::place;
        // What is there already belongs to a time before this one.
        if (slots.empty() || !(slots.back().*member).empty()) slots.push_back({ {}, {}, {}, line });
        slots.back().*member = text;
    }
};

struct SessionBlock {
    std::string title;
    std::string kind_name;
    std::string text;
    std::uint32_t line = 0;
    SessionDetails details;
    std::vector<std::uint32_t> speakers; ///< named in the block itself
    std::size_t groups_before = 0;       ///< of people, further up the page
};

class SpeakerPageReader {
public:
    explicit SpeakerPageReader(std::string_view file) : text_(page_text(file)) { }

    Result<Import> read(const ZoneSource& zones)
    {
        report_.format = "speaker page";
        details_come_first_ = begins_with_details();
        std::uint32_t line = 0;
        for (std::string_view rest = text_; !rest.empty();) take_line(take_row(rest), ++line);
        const bool is_prose = sessions_.empty() && first_block_line_ == 0;
        if (is_prose) take_announcement();
        if (sessions_.empty()) {
            Error error { ErrorCode::FieldMissing, "Presentation", {}, {} };
            if (first_block_line_ > 0) error.line = first_block_line_;
            return error;
        }
        for (const WrittenSlot& slot : coming_.slots)
            report_.skip({ SkipReason::NoTitle, {}, "Time", slot.line });
        settle_conference(is_prose ? text_ : head_);
        settle_days(zones);
        for (SessionBlock& block : sessions_) add_session(block);
        if (builder_.session_count() == 0)
            return Error { ErrorCode::FieldMissing, "Presentation", {}, sessions_.front().line };
        return finish_import(builder_, std::move(report_));
    }

private:
    enum class Block : std::uint8_t { Head, Session, Person };

    /// Whether the page writes track and time above the title that they belong to.
    [[nodiscard]] bool begins_with_details() const
    {
        for (std::string_view rest = text_; !rest.empty();) {
            std::string_view row = take_row(rest);
            auto found = take_labelled(row);
            if (found && found->label == PageLabel::Conference) continue;
            for (; found; found = take_labelled(row)) {
                if (found->label == PageLabel::Session) return false;
                if (found->label == PageLabel::Track || found->label == PageLabel::Time)
                    return true;
            }
        }
        return false;
    }

    void take_line(std::string_view row, std::uint32_t line)
    {
        std::string_view rest = row;
        auto found = take_labelled(rest);
        if (!found) return take_text(row);
        const bool is_about_conference = found->label == PageLabel::Conference;
        begin_coming(row);
        for (; found; found = take_labelled(rest)) {
            if (is_about_conference)
                take_in_head(*found);
            else if (!take_labelled_text(*found, line))
                return take_text(row);
        }
    }

    /// On a page that writes track and time above the title, they end the block before them.
    void begin_coming(std::string_view row)
    {
        if (!details_come_first_ || is_coming_) return;
        bool has_place = false;
        while (const auto found = take_labelled(row)) {
            is_coming_ =
                is_coming_ || found->label == PageLabel::Track || found->label == PageLabel::Time;
            has_place =
                has_place || found->label == PageLabel::Date || found->label == PageLabel::Place;
        }
        is_coming_ = is_coming_ || (has_place && block_ == Block::Session);
        if (!is_coming_) return;
        end_person();
        block_ = Block::Head;
    }

    /// False: where it stands, the label means nothing, and its line is a line of text.
    bool take_labelled_text(const LabelledText& found, std::uint32_t line)
    {
        is_title_open_ = false;
        switch (found.label) {
        case PageLabel::Session: begin_session(found, line); return true;
        case PageLabel::Biography: begin_person(found.value, line); return true;
        case PageLabel::Speaker: take_speakers(found); return true;
        case PageLabel::Track:
        case PageLabel::Time:
        case PageLabel::Date:
        case PageLabel::Place: return take_detail(found, line);
        case PageLabel::Abstract:
            if (block_ != Block::Session) return false;
            take_text(found.value);
            return true;
        case PageLabel::Conference: return false;
        }
        return false;
    }

    bool take_detail(const LabelledText& found, std::uint32_t line)
    {
        if (is_coming_)
            coming_.add(found.label, found.value, line);
        else if (block_ == Block::Head)
            take_in_head(found);
        else if (block_ == Block::Session)
            sessions_.back().details.add(found.label, found.value, line);
        else
            return false;
        return true;
    }

    void take_in_head(const LabelledText& found)
    {
        ConferenceDraft& conference = builder_.conference;
        if (found.label == PageLabel::Conference && conference.title.empty())
            conference.title = announced_line(found.value);
        if (found.label == PageLabel::Place && conference.venue.empty())
            conference.venue = announced_line(found.value);
        head_.append(found.value).push_back('\n');
    }

    void take_text(std::string_view row)
    {
        if (is_title_open_ && !row.empty()) {
            is_title_open_ = false;
            if (row.size() <= title_bytes_max) {
                sessions_.back().title = clean_line(without_quotes(row));
                return;
            }
        }
        std::string& out = block_ == Block::Head ? head_
            : block_ == Block::Session           ? sessions_.back().text
                                                 : biography_;
        out.append(row).push_back('\n');
    }

    void begin_block(Block block, std::uint32_t line)
    {
        end_person();
        block_ = block;
        is_title_open_ = false;
        if (first_block_line_ == 0) first_block_line_ = line;
    }

    void begin_session(const LabelledText& found, std::uint32_t line)
    {
        begin_block(Block::Session, line);
        SessionBlock& session = sessions_.emplace_back();
        session.title = clean_line(without_quotes(found.value));
        session.kind_name = clean_line(found.word);
        session.line = line;
        session.details = std::exchange(coming_, {});
        is_coming_ = false;
        session.groups_before = groups_.size();
        is_title_open_ = session.title.empty();
        is_group_open_ = false;
    }

    void begin_person(std::string_view value, std::uint32_t line)
    {
        begin_block(Block::Person, line);
        person_ = find_or_add_person(value);
        if (person_ == pack::none)
            report_.skip({ SkipReason::NoTitle, {}, "Biography", line });
        else
            add_to_group(person_);
    }

    void end_person()
    {
        if (block_ == Block::Person && person_ != pack::none)
            for (RichBlock& block : plain_rich_text_of(biography_))
                builder_.person_draft(person_).biography.push_back(std::move(block));
        biography_.clear();
    }

    /// "Ada Fenwick, Baker": what follows the comma is no part of the name.
    std::uint32_t find_or_add_person(std::string_view value)
    {
        const std::string name = announced_line(trim_page(value.substr(0, value.find(','))));
        if (name.empty() || name.size() > name_bytes_max) return pack::none;
        const std::uint32_t person = builder_.person(name, name);
        names_.emplace(name, person);
        return person;
    }

    void add_to_group(std::uint32_t person)
    {
        if (!is_group_open_) groups_.emplace_back();
        is_group_open_ = true;
        add_once(groups_.back(), person);
    }

    static void add_once(std::vector<std::uint32_t>& people, std::uint32_t person)
    {
        if (people.size() <= speakers_max
            && std::find(people.begin(), people.end(), person) == people.end())
            people.push_back(person);
    }

    /// "Speakers: Ada Fenwick, Bo Lind and Cy Marsh"; "Speaker: Ada Fenwick, Baker".
    void take_speakers(const LabelledText& found)
    {
        const bool is_list = found.word.ends_with('s') || found.word.ends_with('S');
        std::string_view rest = found.value;
        if (!is_list) rest = rest.substr(0, rest.find(','));
        if (block_ == Block::Person) {
            end_person();
            block_ = Block::Head;
        }
        for (std::size_t count = 0; !rest.empty() && count <= speakers_max; ++count) {
            std::size_t end = std::min(rest.find('&'), rest.find(" and "));
            if (is_list) end = std::min({ end, rest.find(','), rest.find(';') });
            const std::uint32_t person = find_or_add_person(trim_page(rest.substr(0, end)));
            if (person != pack::none && block_ == Block::Session)
                add_once(sessions_.back().speakers, person);
            else if (person != pack::none)
                add_to_group(person);
            if (end == rest.npos) return;
            rest.remove_prefix(end + (rest[end] == ' ' ? 5 : 1));
        }
    }

    void take_announcement()
    {
        auto found = find_announcement(text_);
        if (!found) return;
        SessionBlock& session = sessions_.emplace_back();
        session.title = std::move(found->title);
        for (const std::string& paragraph : found->description)
            session.text.append(paragraph).append("\n\n");
        const auto end = text_.begin() + static_cast<std::ptrdiff_t>(found->byte_offset);
        session.line = static_cast<std::uint32_t>(1 + std::count(text_.begin(), end, '\n'));
    }

    /// Who gives a session: those whom its block names; else those whose biographies stand before
    /// it, or, on a page that puts sessions first, after it.
    [[nodiscard]] std::vector<std::uint32_t> speakers_of(const SessionBlock& block) const
    {
        if (!block.speakers.empty() || groups_.empty()) return block.speakers;
        const bool sessions_first = sessions_.front().groups_before == 0;
        const std::size_t group = sessions_first ? std::min(block.groups_before, groups_.size() - 1)
                                                 : block.groups_before - 1;
        if (groups_[group].size() > speakers_max) return {};
        return groups_[group];
    }

    void settle_conference(std::string_view about)
    {
        end_person();
        std::string& title = builder_.conference.title;
        if (title.empty()) title = find_conference_name(about);
        for (std::string_view rest = head_; title.empty() && !rest.empty();) {
            const std::string_view row = take_row(rest);
            if (row.size() <= name_bytes_max) title = clean_line(row);
        }
        for (const SessionBlock& block : sessions_)
            if (title.empty()) title = block.title;
    }

    /// The days of the conference, which the page states or its conference is known for.
    void settle_days(const ZoneSource& zones)
    {
        ConferenceDraft& conference = builder_.conference;
        ConferenceClues clues;
        // Free text also speaks of other years.
        const std::string head = conference.title + '\n' + (first_block_line_ > 0 ? head_ : "");
        clues.head = fold(head);
        for (const SessionBlock& block : sessions_) {
            clues.tracks.push_back(fold(block.details.track));
            for (const WrittenSlot& slot : block.details.slots)
                clues.rooms.push_back(fold(slot.place));
        }
        span_ = find_day_span(head);
        year_ = find_year(head);
        const KnownConference* known = find_known_conference(clues);
        if (known && agrees(*known)) {
            span_ = DaySpan { date_of(known->first_day), date_of(known->last_day) };
            conference.city = known->city;
            // Says where the dates come from, where the page does not.
            if (fold(conference.title) != fold(known->name)) conference.subtitle = known->name;
            const WrittenTime start { { span_->first, 0 }, {} };
            builder_.zone = zone_of_times(known->zone, { start }, zones).rules;
        }
        if (!span_) return;
        conference.first_day = span_->first;
        conference.last_day = span_->last;
        year_ = civil_of(span_->first).year;
    }

    /// Whether nothing on the page contradicts the days that are known.
    [[nodiscard]] bool agrees(const KnownConference& known) const
    {
        const DaySpan days { date_of(known.first_day), date_of(known.last_day) };
        if (span_ && (span_->first < days.first || days.last < span_->last)) return false;
        for (const SessionBlock& block : sessions_)
            for (const WrittenSlot& slot : block.details.slots) {
                const PageTime time = read_page_time(slot.when());
                if (time.weekday && !time.day && !find_weekday(days, *time.weekday)) return false;
            }
        return true;
    }

    /// The only day of that name in the span.
    static std::optional<Date> find_weekday(DaySpan span, int weekday)
    {
        if (span.last.days - span.first.days >= 7) return std::nullopt;
        for (Date day = span.first; day <= span.last; ++day.days)
            if (weekday_of(day) == weekday) return day;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Date> find_date(const PageTime& time) const
    {
        if (time.day) {
            const auto year = time.year ? time.year : year_;
            if (!year) return std::nullopt;
            const auto date = checked_date(*year, *time.month, *time.day);
            // A date with another weekday than the page says is a slip of the pen in one of them.
            if (date && time.weekday && weekday_of(*date) != *time.weekday) return std::nullopt;
            return date;
        }
        if (!span_) return std::nullopt;
        if (time.weekday) return find_weekday(*span_, *time.weekday);
        return span_->first == span_->last ? std::optional(span_->first) : std::nullopt;
    }

    void add_session(SessionBlock& block)
    {
        if (block.title.empty())
            return report_.skip({ SkipReason::NoTitle, {}, block.kind_name, block.line });
        SessionDraft draft;
        draft.title = block.title;
        draft.kind_name = block.kind_name;
        draft.people = speakers_of(block);
        draft.track = builder_.track(block.details.track);
        for (RichBlock& written : plain_rich_text_of(block.text))
            if (!is_byline(written.text)) draft.abstract.push_back(std::move(written));
        for (const WrittenSlot& slot : block.details.slots) add_slot(draft, slot);
        if (builder_.add_session(std::move(draft)) == ProgramBuilder::Added::Duplicate)
            report_.skip({ SkipReason::Duplicate, block.title, block.kind_name, block.line });
    }

    /// "Ada Fenwick, Baker": what stands over a biography, not under a session.
    [[nodiscard]] bool is_byline(std::string_view paragraph) const
    {
        return paragraph.size() <= name_bytes_max
            && names_.contains(paragraph.substr(0, paragraph.find(',')));
    }

    void add_slot(SessionDraft& draft, const WrittenSlot& slot)
    {
        const std::string when = slot.when();
        const PageTime time = read_page_time(when);
        const auto date = find_date(time);
        if (!time.start || !date) {
            append_listed(draft.written_time, when);
            append_listed(draft.written_place, slot.place);
            const bool says_when = time.start || time.weekday || time.day;
            if (!when.empty() && !says_when)
                report_.skip({ SkipReason::BadTime, draft.title, "Time", slot.line });
            return;
        }
        const auto instant_at = [&](Minutes after_midnight) {
            return builder_.zone.instant({ { date->days + after_midnight / minutes_per_day },
                after_midnight % minutes_per_day });
        };
        OccurrenceDraft occurrence;
        occurrence.start = instant_at(*time.start);
        if (time.end && *time.end > minutes_per_day
            && *time.end - *time.start > overnight_minutes_max)
            report_.skip({ SkipReason::BadDuration, draft.title, "Time", slot.line });
        else if (time.end)
            occurrence.end = instant_at(*time.end);
        if (!slot.place.empty()) occurrence.rooms = { builder_.room(slot.place) };
        draft.occurrences.push_back(std::move(occurrence));
    }

    static void append_listed(std::string& list, std::string_view item)
    {
        if (item.empty() || list == item) return;
        if (!list.empty()) list += "; ";
        list += item;
    }

    std::string text_;
    ProgramBuilder builder_;
    ImportReport report_;
    bool details_come_first_ = false;

    // What is being read.
    Block block_ = Block::Head;
    bool is_title_open_ = false; ///< the title stands on the line below its label
    bool is_group_open_ = false; ///< no session yet after the last person
    std::uint32_t person_ = pack::none;
    std::string biography_;
    SessionDetails coming_; ///< of the session whose title comes next, on pages that begin so
    bool is_coming_ = false;

    // What was read.
    std::string head_; ///< what stands before the first block
    std::uint32_t first_block_line_ = 0;
    std::vector<SessionBlock> sessions_;
    std::vector<std::vector<std::uint32_t>> groups_; ///< people whose biographies follow another
    std::map<std::string, std::uint32_t, std::less<>> names_;
    std::optional<DaySpan> span_;
    std::optional<std::int32_t> year_;
};

} // namespace

bool is_speaker_page(std::string_view file)
{
    const std::string text = page_text(file);
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view row = take_row(rest);
        while (const auto found = take_labelled(row))
            if (found->label == PageLabel::Session || found->label == PageLabel::Biography)
                return true;
    }
    return find_announcement(text).has_value();
}

Result<Import> read_speaker_page(std::string_view file, const ZoneSource& zones)
{
    return SpeakerPageReader(file).read(zones);
}

} // namespace hallway
