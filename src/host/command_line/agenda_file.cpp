#include "host/command_line/agenda_file.h"
#include "formats/json_reader.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/keenness.h"

#include <utility>

namespace hallway::command_line {
namespace {

enum State : std::uint8_t { Ignored, Root, Choices, Session, Occurrences, Occurrence };
enum Field : std::uint8_t {
    Nothing,
    Format,
    Conference,
    Key,
    KeennessWord,
    Place,
    Attended,
    NoteText,
    RatingNumber,
    OccurrenceKey,
    Going,
    Comes,
    Leaves,
};

constexpr auto value = JsonRule::Shape::Value;
constexpr auto object = JsonRule::Shape::Object;
constexpr auto array = JsonRule::Shape::Array;

constexpr JsonRule rules[] = {
    { Root, "format", value, Format },
    { Root, "conference", value, Conference },
    { Root, "choices", array, Choices },
    { Choices, JsonRule::any, object, Session },
    { Session, "session", value, Key },
    { Session, "keenness", value, KeennessWord },
    { Session, "going", value, Going },
    { Session, "comes", value, Comes },
    { Session, "leaves", value, Leaves },
    { Session, "place", value, Place },
    { Session, "attended", value, Attended },
    { Session, "note", value, NoteText },
    { Session, "rating", value, RatingNumber },
    { Session, "occurrences", array, Occurrences },
    { Occurrences, JsonRule::any, object, Occurrence },
    { Occurrence, "key", value, OccurrenceKey },
    { Occurrence, "going", value, Going },
    { Occurrence, "comes", value, Comes },
    { Occurrence, "leaves", value, Leaves },
};

constexpr std::string_view format_name = "hallway-agenda/";
constexpr std::string_view format_now = "hallway-agenda/1";

class AgendaReader final : JsonReader {
public:
    explicit AgendaReader(const Program& program) : JsonReader(rules), program_(program) { }

    Result<ReadAgenda> read(std::string_view file)
    {
        if (auto error = read_json(file)) return *std::move(error);
        if (error_) return *std::move(error_);
        // What a program may have of the wrong type and is left out, is here a choice that is lost.
        if (!report_.skipped.empty())
            return Error { ErrorCode::FieldWrong, report_.skipped.front().field, {},
                report_.skipped.front().line };
        if (format_ != format_now)
            return Error { format_.starts_with(format_name) ? ErrorCode::FileVersionNewer
                                                            : ErrorCode::FileNotProgram,
                "format", {}, {} };
        return std::move(made_);
    }

private:
    void opened(std::uint8_t state, std::string_view) override
    {
        if (state == Session) {
            session_.clear();
            of_session_.clear();
            of_occurrences_.clear();
        }
        if (state == Occurrence) {
            occurrence_.clear();
            first_of_occurrence_ = of_occurrences_.size();
        }
    }

    void closed(std::uint8_t state) override
    {
        if (state == Session && session_.empty())
            refuse(ErrorCode::FieldMissing, path() + ".session");
        else if (state == Session)
            settle();
        // The key may stand behind what is said of it.
        if (state == Occurrence)
            for (std::size_t i = first_of_occurrence_; i < of_occurrences_.size(); ++i)
                of_occurrences_[i].occurrence = occurrence_;
    }

    void found(std::uint8_t field, const JsonValue& v) override
    {
        switch (field) {
        case Format: take_line(v, format_); break;
        case Conference: {
            std::string conference;
            take_line(v, conference);
            if (conference != program_.text(program_.conference().key))
                refuse(ErrorCode::FieldWrong, "conference: it is of another one");
            break;
        }
        case Key: take_line(v, session_); break;
        case OccurrenceKey: take_line(v, occurrence_); break;
        case KeennessWord: {
            std::string word;
            take_line(v, word);
            if (read_keenness(word) == Keenness::None && !word.empty())
                refuse(ErrorCode::FieldWrong, path());
            of_session_.emplace_back(ChoiceField::Keenness, word);
            break;
        }
        case Place: take_yes(v, ChoiceField::Place, of_session_); break;
        case Attended: take_yes(v, ChoiceField::Attended, of_session_); break;
        case NoteText: {
            std::string note;
            take_text(v, note);
            of_session_.emplace_back(ChoiceField::Note, note);
            break;
        }
        case RatingNumber:
            if (const auto rating = take_integer(v, 1, 5))
                of_session_.emplace_back(ChoiceField::Rating, std::to_string(*rating));
            else
                refuse(ErrorCode::FieldWrong, path());
            break;
        case Going: take_yes(v, ChoiceField::Going, of_occurrences_); break;
        case Comes: take_time(v, ChoiceField::Comes); break;
        case Leaves: take_time(v, ChoiceField::Leaves); break;
        default: break;
        }
    }

    struct Given {
        Given(ChoiceField of, std::string is) : field(of), text(std::move(is)) { }
        ChoiceField field;
        std::string text;
        std::string occurrence; ///< its key; empty: the session's only one
    };

    void take_yes(const JsonValue& v, ChoiceField field, std::vector<Given>& out)
    {
        const auto yes = take_boolean(v);
        if (!yes) return refuse(ErrorCode::FieldWrong, path());
        if (*yes) out.emplace_back(field, std::string(choice_yes));
    }

    void take_time(const JsonValue& v, ChoiceField field)
    {
        std::string time;
        take_line(v, time);
        const auto written = parse_leaving(time);
        // One comes at a time; who leaves may come back.
        if (!written || (written->back && field == ChoiceField::Comes))
            return refuse(ErrorCode::FieldWrong, path());
        of_occurrences_.emplace_back(field, format_leaving(*written));
    }

    void refuse(ErrorCode code, std::string_view what)
    {
        if (error_) return;
        error_ = error_here(code);
        error_->detail = what;
        stop();
    }

    void settle()
    {
        const auto session = program_.find_session(session_);
        if (!session) return made_.unknown.push_back(session_);
        for (const Given& given : of_session_) choose(session_, given);
        for (const Given& given : of_occurrences_) {
            const auto standing = standing_occurrences(program_, program_.session(*session));
            std::string subject = session_ + '#' + given.occurrence;
            if (given.occurrence.empty() && standing.size() == 1)
                subject = occurrence_subject(program_, program_.occurrence(standing.front()));
            if (find_occurrence(program_, subject))
                choose(subject, given);
            else
                made_.unknown.push_back(subject);
        }
    }

    void choose(const std::string& subject, const Given& given)
    {
        made_.agenda.choose(
            { std::string(program_.text(program_.conference().key)), subject, given.field },
            given.text, {}, 1);
    }

    const Program& program_;
    ReadAgenda made_ { Agenda(1), {} };
    std::optional<Error> error_;
    std::string format_, session_, occurrence_;
    std::vector<Given> of_session_, of_occurrences_;
    std::size_t first_of_occurrence_ = 0;
};

} // namespace

Result<ReadAgenda> read_agenda(std::string_view file, const Program& program)
{
    return AgendaReader(program).read(file);
}

} // namespace hallway::command_line
