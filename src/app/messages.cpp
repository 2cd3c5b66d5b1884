#include "app/page_model.h"
#include "app/source.h"
#include "planner/choices.h"

#include <algorithm>
#include <array>

namespace hallway {
namespace {

Text text_of_code(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileEmpty: return Text::Error101;
    case ErrorCode::FileTooLarge: return Text::Error102;
    case ErrorCode::FileNotText: return Text::Error103;
    case ErrorCode::FileNotJson: return Text::Error104;
    case ErrorCode::FileNotProgram: return Text::Error105;
    case ErrorCode::FileTooDeep: return Text::Error106;
    case ErrorCode::FileVersionNewer: return Text::Error107;
    case ErrorCode::FieldMissing: return Text::Error108;
    case ErrorCode::FieldWrong: return Text::Error109;
    case ErrorCode::ZoneUnknown: return Text::Error110;
    case ErrorCode::FileIsWebPage: return Text::Error111;
    case ErrorCode::ReaderStopped: return Text::Error112;
    case ErrorCode::FileNotXml: return Text::Error113;
    case ErrorCode::FileHasEntities: return Text::Error114;
    case ErrorCode::FetchRefused: return Text::Error301;
    case ErrorCode::FetchStatus: return Text::Error302;
    case ErrorCode::FetchAddress: return Text::Error303;
    case ErrorCode::FileNotKept: return Text::Error304;
    case ErrorCode::PackDamaged:
    case ErrorCode::PackVersion:
    case ErrorCode::StoreQuota:
    case ErrorCode::StoreRefused:
    case ErrorCode::StoreFailed: break;
    }
    return Text::ErrorOther;
}

Text text_of_reason(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoTitle: return Text::SkippedNoTitle;
    case SkipReason::BadTime: return Text::SkippedBadTime;
    case SkipReason::BadDuration: return Text::SkippedBadDuration;
    case SkipReason::Duplicate: return Text::SkippedDuplicate;
    case SkipReason::UnknownRef: return Text::SkippedUnknownRef;
    case SkipReason::UnsafeLink: return Text::SkippedUnsafeLink;
    case SkipReason::WrongType: return Text::SkippedWrongType;
    case SkipReason::NotPublic: return Text::SkippedNotPublic;
    }
    return Text::SkippedWrongType;
}

/// "2 without a title, 1 listed twice", in the order of the reasons.
std::string reasons_text(const Language& language, const ImportReport& report)
{
    constexpr std::size_t reason_count = static_cast<std::size_t>(SkipReason::NotPublic) + 1;
    std::array<std::size_t, reason_count> counts {};
    for (const SkippedEntry& entry : report.skipped)
        ++counts[static_cast<std::size_t>(entry.reason)];
    std::string out;
    for (std::size_t i = 0; i < reason_count; ++i) {
        if (counts[i] == 0) continue;
        const Text text = text_of_reason(static_cast<SkipReason>(i));
        out = language.listed(out, language.text(text, { { "n", std::to_string(counts[i]) } }));
    }
    return out;
}

/// What is wrong, where, and what to do, ending with the error's number.
std::string error_text(const Language& language, const Error& error)
{
    std::string out = language.text(text_of_code(error.code), { { "detail", error.detail } });
    const bool about_field =
        error.code == ErrorCode::FieldMissing || error.code == ErrorCode::FieldWrong;
    if (about_field && !error.detail.empty())
        out += " " + language.text(Text::ErrorField, { { "field", error.detail } });
    if (error.line)
        out += " " + language.text(Text::ErrorLine, { { "n", std::to_string(*error.line) } });
    const std::string number = std::to_string(static_cast<int>(error.code));
    return out + " " + language.text(Text::ErrorNumber, { { "n", number } });
}

/// The same about a program. One of several files is known by its name.
std::string load_error_text(const Language& language, std::string_view source, const Error& error)
{
    std::string text = error_text(language, error);
    if (!is_file(source)) return text;
    return language.text(
        Text::ErrorInFile, { { "file", place_of_source(language, source) }, { "error", text } });
}

/// Two ways on and no button to close it: it goes with whatever is done next.
NoticeModel star_clashes(const AppState& state, const Notice& notice)
{
    const Language& language = state.language;
    NoticeModel model;
    if (!state.program) return model;
    const Program& program = *state.program;
    const auto own = find_occurrence(program, notice.subject);
    const auto other = find_occurrence(program, notice.other);
    if (!own || !other) return model;
    const pack::OccurrenceRecord &it = program.occurrence(*own),
                                 &rival = program.occurrence(*other);
    const bool overlaps = it.start < rival.end && rival.start < it.end;
    const std::string_view title = program.text(program.sessions()[rival.session].title);
    model.text = language.text(
        overlaps ? Text::NoticeStarOverlaps : Text::NoticeStarFar, { { "title", title } });
    model.actions.push_back(make_action(language, Text::PlanCompare,
        OpenLink { compare_href(program.wall_time(std::min(it.start, rival.start))) }));
    model.actions.push_back(make_action(language, Text::ToolsUndo, Undo {}));
    return model;
}

NoticeModel star_is_free(const AppState& state, const Notice& notice)
{
    const Language& language = state.language;
    NoticeModel model;
    const auto own = state.program ? find_occurrence(*state.program, notice.subject) : std::nullopt;
    if (!own) return model;
    const WallTime wall =
        language.wall_time(state.program->occurrence(*own).start, state.program->zone());
    model.text = language.text(Text::NoticeStarFree,
        { { "day", language.day_short(wall.date) }, { "time", language.time(wall) } });
    model.actions.push_back(
        make_action(language, Text::NoticeGoThen, ToggleGoing { notice.subject }));
    model.actions.push_back(make_action(language, Text::ToolsUndo, Undo {}));
    return model;
}

NoticeModel gone_instead(const AppState& state, const Notice& notice)
{
    const Language& language = state.language;
    NoticeModel model;
    const auto own = state.program ? find_occurrence(*state.program, notice.subject) : std::nullopt;
    if (!own) return model;
    const pack::OccurrenceRecord& it = state.program->occurrence(*own);
    const std::string_view title = state.program->text(state.program->sessions()[it.session].title);
    model.text = language.text(Text::NoticeGoneInstead, { { "title", title } });
    model.actions.push_back(make_action(language, Text::ToolsUndo, Undo {}));
    return model;
}

} // namespace

NoticeModel make_notice_model(const AppState& state, const Notice& notice)
{
    const Language& language = state.language;
    NoticeModel model;
    switch (notice.kind) {
    case Notice::Kind::EntriesSkipped:
        model.text = language.plural(Text::NoticeSkipped, notice.count,
            { { "reasons", notice.report ? reasons_text(language, *notice.report) : "" } });
        model.actions.push_back(make_action(
            language, Text::NoticeShow, OpenLink { screen_href(Route::Screen::About) }));
        break;
    case Notice::Kind::LoadFailed:
        if (notice.error) model.text = load_error_text(language, notice.subject, *notice.error);
        if (state.program) {
            const std::string_view title = state.program->text(state.program->conference().title);
            model.text = std::string(model.text) + " "
                + language.text(Text::NoticeStillOpen, { { "conference", title } });
        }
        break;
    case Notice::Kind::SaveFailed:
        model.text = language.text(Text::NoticeSaveFailed);
        model.interrupts = true;
        model.actions.push_back(make_action(language, Text::NoticeSaveCopy, SaveCopy {}));
        model.actions.push_back(make_action(language, Text::NoticeTryAgain, RetrySave {}));
        return model;
    case Notice::Kind::StorageWeak:
        model.text = language.text(Text::NoticeWeakStorage);
        model.actions.push_back(make_action(language, Text::NoticeSaveFile, SaveCopy {}));
        break;
    case Notice::Kind::RecordsDamaged:
        model.text = language.plural(Text::NoticeDamaged, notice.count);
        break;
    case Notice::Kind::RecordsNewer:
        model.text = language.plural(Text::NoticeNewer, notice.count);
        break;
    case Notice::Kind::FilesKept:
        model.text = language.plural(Text::NoticeFilesKept, notice.count);
        model.actions.push_back(make_action(language, Text::NoticeShow, OpenChooser {}));
        break;
    case Notice::Kind::NothingChanged: model.text = language.text(Text::NoticeUnchanged); break;
    case Notice::Kind::ProgramChanged: model.text = language.text(Text::NoticeChanged); break;
    case Notice::Kind::DataDeleted:
        model.text = language.text(Text::NoticeDeleted);
        model.actions.push_back(make_action(language, Text::ToolsUndo, RestoreData {}));
        break;
    case Notice::Kind::PlanUsed:
        model.text = language.plural(Text::NoticePlanUsed, notice.count);
        model.actions.push_back(make_action(language, Text::ToolsUndo, Undo {}));
        break;
    case Notice::Kind::GoneInstead: return gone_instead(state, notice);
    case Notice::Kind::StarClashes: return star_clashes(state, notice);
    case Notice::Kind::StarIsFree: return star_is_free(state, notice);
    case Notice::Kind::ProgramRemoved:
        model.text = language.text(Text::NoticeRemoved, { { "title", notice.subject } });
        break;
    }
    model.actions.push_back(make_action(language, Text::NoticeDismiss, DismissNotice {}));
    return model;
}

EmptyState make_failure(const AppState& state, const AppState::LoadFailure& failure)
{
    const Language& language = state.language;
    EmptyState empty;
    empty.title = language.text(Text::ErrorTitle);
    empty.text = load_error_text(language, failure.source, failure.error);
    // A file from disk cannot be fetched again.
    if (is_file(failure.source))
        empty.actions.push_back(make_action(language, Text::ChooserFile, ChooseFile {}));
    else
        empty.actions.push_back(
            make_action(language, Text::NoticeTryAgain, OpenProgram { failure.source }));
    empty.actions.push_back(make_action(language, Text::ToolsOtherConference, OpenChooser {}));
    return empty;
}

} // namespace hallway
