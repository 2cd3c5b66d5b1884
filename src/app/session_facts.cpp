#include "app/describe_session.h"
#include "app/page_model.h"

namespace hallway {
namespace {

Fact wide(std::string_view icon, std::string_view label, std::string_view text)
{
    return { icon, label, text, {}, true };
}

/// Where it is not the language of the whole conference.
void add_language(PageList<Fact>& facts, const Language& language, const Program& program,
    const pack::SessionRecord& session)
{
    std::string_view tags = program.text(session.language);
    if (tags.empty() || tags == program.text(program.conference().language)) return;
    std::string names;
    while (!tags.empty()) {
        const std::size_t end = tags.find(", ");
        names = language.listed(names, language_name(language, tags.substr(0, end)));
        tags = end == std::string_view::npos ? std::string_view() : tags.substr(end + 2);
    }
    facts.push_back({ "mic", language.text(Text::SessionLanguage), names, {} });
}

void add_access(PageList<Fact>& facts, const Language& language, const Program& program,
    const pack::SessionRecord& session)
{
    static constexpr struct {
        pack::AccessFlag flag;
        Text word;
    } kinds[] = { { pack::AccessCaptions, Text::SessionCaptions },
        { pack::AccessSignLanguage, Text::SessionSignLanguage },
        { pack::AccessHearingLoop, Text::SessionHearingLoop },
        { pack::AccessAudioDescription, Text::SessionAudioDescription },
        { pack::AccessStepFree, Text::SessionStepFree } };
    std::string list;
    for (const auto& kind : kinds)
        if ((session.access & kind.flag) != 0)
            list = language.listed(list, language.text(kind.word));
    const std::string_view note = program.text(session.access_note);
    if (list.empty() && note.empty()) return;
    const std::string_view label = language.text(Text::SessionAccess);
    Fact fact = wide("person", label,
        list.empty() ? std::string(label)
                     : language.text(Text::SessionAccessList, { { "list", list } }));
    fact.note = note;
    facts.push_back(std::move(fact));
}

void add_whole(PageList<Fact>& facts, const Language& language, const Program& program,
    const pack::SessionRecord& session)
{
    if (session.parent == pack::none) return;
    const pack::SessionRecord& whole = program.sessions()[session.parent];
    Fact fact = wide("list", language.text(Text::SessionPartOf),
        language.text(Text::SessionPartOfWhole, { { "title", program.text(whole.title) } }));
    fact.href = session_href(program.text(whole.key));
    facts.push_back(std::move(fact));
}

} // namespace

PageList<Fact> make_session_facts(
    const Language& language, const Program& program, const pack::SessionRecord& session)
{
    PageList<Fact> facts;
    const auto add = [&](std::string_view icon, Text label, Text text) {
        facts.push_back({ icon, language.text(label), language.text(text), {} });
    };
    if (session.recorded != pack::Tristate::Unknown)
        add("video", Text::SessionRecording,
            session.recorded == pack::Tristate::Yes ? Text::SessionRecorded
                                                    : Text::SessionNotRecorded);
    switch (session.difficulty) {
    case pack::Difficulty::Beginner:
        add("ramp", Text::SessionDifficulty, Text::SessionBeginner);
        break;
    case pack::Difficulty::Intermediate:
        add("ramp", Text::SessionDifficulty, Text::SessionIntermediate);
        break;
    case pack::Difficulty::Advanced:
        add("ramp", Text::SessionDifficulty, Text::SessionAdvanced);
        break;
    case pack::Difficulty::Unknown: break;
    }
    add_language(facts, language, program, session);
    add_access(facts, language, program, session);
    if (session.content_note.size > 0)
        facts.push_back(wide("warning", language.text(Text::SessionContentNote),
            program.text(session.content_note)));
    add_whole(facts, language, program, session);
    return facts;
}

} // namespace hallway
