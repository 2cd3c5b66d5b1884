#include "app/page_model.h"
#include "app/source.h"

namespace hallway {
namespace {

ShelfModel make_shelf_model(const AppState& state)
{
    const Language& language = state.language;
    ShelfModel model;
    model.label = language.text(Text::ShelfLabel);
    for (const ShelfChanged::Entry& entry : state.shelf) {
        ShelfModel::Entry row;
        row.key = model_key("shelf", entry.source);
        row.source = entry.source;
        row.place = place_of_source(language, entry.source);
        row.title = entry.title.empty() ? row.place : entry.title;
        row.read = read_time_text(state, entry.read);
        row.remove_label = language.text(Text::ShelfRemove, { { "title", row.title } });
        model.entries.push_back(std::move(row));
    }
    return model;
}

} // namespace

ChooserModel make_chooser_model(const AppState& state)
{
    const Language& language = state.language;
    ChooserModel model;
    model.title = language.text(Text::ChooserTitle);
    model.shelf = make_shelf_model(state);
    model.text = language.text(Text::ChooserText);
    model.address_label = language.text(Text::ChooserAddress);
    model.address_hint = language.text(Text::ChooserAddressHint);
    model.address = state.address;
    model.open = make_action(language, Text::ChooserOpen, OpenAddress { state.address });
    model.choose_file = make_action(language, Text::ChooserFile, ChooseFile {});
    model.sample = make_action(language, Text::ChooserSample, OpenSample {});
    if (state.program) {
        const std::string_view title = state.program->text(state.program->conference().title);
        const PageText href = make_list_link(state).href;
        model.back = make_action(language, Text::ChooserBack, OpenLink { href });
        model.back->label = language.text(Text::ChooserBack, { { "conference", title } });
        model.back->href = href;
    }
    return model;
}

} // namespace hallway
