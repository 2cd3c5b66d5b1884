#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/source.h"

#include <algorithm>

namespace hallway {
namespace {

/// More than these nobody reads; the file has to be looked at as a whole.
constexpr std::size_t skipped_shown_max = 50;

Text text_of_reason(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoTitle: return Text::AboutNoTitle;
    case SkipReason::BadTime: return Text::AboutBadTime;
    case SkipReason::BadDuration: return Text::AboutBadDuration;
    case SkipReason::Duplicate: return Text::AboutDuplicate;
    case SkipReason::UnknownRef: return Text::AboutUnknownRef;
    case SkipReason::UnsafeLink: return Text::AboutUnsafeLink;
    case SkipReason::WrongType: return Text::AboutWrongType;
    case SkipReason::NotPublic: return Text::AboutNotPublic;
    }
    return Text::AboutWrongType;
}

/// "Sat 31 Jan – Sun 1 Feb 2026"; empty where neither the file nor a session has a day.
std::string dates_text(const Language& language, const pack::ConferenceRecord& conference)
{
    if (conference.first_day == 0) return {};
    const Date first { conference.first_day }, last { conference.last_day };
    const std::string year = std::to_string(civil_of(last).year);
    if (first == last)
        return language.text(
            Text::AboutDate, { { "day", language.day_short(first) }, { "year", year } });
    return language.text(Text::AboutDates,
        { { "first", language.day_short(first) }, { "last", language.day_short(last) },
            { "year", year } });
}

Fact source_fact(const Language& language, const std::string& source)
{
    Fact fact;
    fact.label = language.text(Text::AboutSource);
    fact.text = place_of_source(language, source);
    fact.wide = true;
    fact.icon = is_file(source) ? "file" : "link";
    if (is_file(source)) return fact;
    fact.note = source;
    if (is_on_web(source)) fact.href = source;
    return fact;
}

void add_facts(AboutModel& model, const AppState& state, const Program& program)
{
    const Language& language = state.language;
    const pack::ConferenceRecord& conference = program.conference();
    const auto add = [&](const char* icon, Text label, std::string_view text,
                         std::string_view note) {
        if (text.empty()) return;
        model.facts.push_back({ icon, language.text(label), text, note, true });
    };
    add("calendar", Text::AboutWhen, dates_text(language, conference), {});
    const std::string_view venue = program.text(conference.venue);
    const std::string_view city = program.text(conference.city);
    add("map-pin", Text::SessionPlace, venue.empty() ? city : venue,
        venue.empty() ? std::string_view() : city);
    std::string zone = zone_text(program, language);
    if (zone.empty()) zone = language.text(Text::TimeAsPrinted);
    add("globe", Text::AboutZone, std::move(zone), program.zone().name());
    model.facts.push_back(source_fact(language, state.program_source));
    if (const std::string_view version = program.text(conference.version); !version.empty())
        add("info", Text::AboutState, language.text(Text::AboutVersion, { { "version", version } }),
            {});
    add("refresh", Text::AboutAge, read_time_text(state, state.program_read), {});
}

/// "Field: sessions[12].start. Line 40."
std::string place_of_entry(const Language& language, const SkippedEntry& entry)
{
    std::string place;
    if (!entry.field.empty()) place = language.text(Text::ErrorField, { { "field", entry.field } });
    if (!entry.line) return place;
    if (!place.empty()) place += " ";
    return place + language.text(Text::ErrorLine, { { "n", std::to_string(*entry.line) } });
}

void add_skipped(AboutModel& model, const Language& language, const ImportReport& report)
{
    if (report.skipped_count == 0) return;
    model.skipped_label = language.plural(Text::AboutSkipped, report.skipped_count);
    const std::size_t count = std::min(report.skipped.size(), skipped_shown_max);
    for (std::size_t i = 0; i < count; ++i) {
        const SkippedEntry& entry = report.skipped[i];
        model.skipped.push_back({ model_key("skipped", std::to_string(i)), entry.entry,
            language.text(text_of_reason(entry.reason)), place_of_entry(language, entry) });
    }
    if (report.skipped_count > count)
        model.skipped_rest = language.plural(
            Text::AboutSkippedRest, static_cast<std::int64_t>(report.skipped_count - count));
}

} // namespace

AboutModel make_about_model(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    AboutModel model;
    model.key = model_key("about", state.program_source);
    model.title = language.text(Text::AboutTitle);
    model.name = program.text(program.conference().title);
    add_facts(model, state, program);
    model.check = is_file(state.program_source)
        ? make_action(language, Text::AboutChooseAgain, ChooseFile {})
        : make_action(language, Text::AboutCheck, CheckForChanges {});
    model.other = make_action(language, Text::ToolsOtherConference, OpenChooser {});
    model.other.href = screen_href(Route::Screen::Open);
    if (state.report) add_skipped(model, language, *state.report);
    return model;
}

} // namespace hallway
