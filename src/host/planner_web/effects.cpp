#include "host/planner_web/effects.h"

#include "host/planner_web/abi.h"

#include <array>

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
    void operator()(const SaveSettings& settings)
    {
        put(abi::Effect::SaveSettings, { settings.settings });
    }
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

    void record(abi::Effect kind, std::uint64_t choice_id, const Bytes& bytes)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        std::array<char, 17> id {};
        for (std::size_t i = 0; i < 16; ++i) id[i] = digits[(choice_id >> (60 - 4 * i)) & 15];
        put(kind, { std::as_bytes(std::span(id)), bytes });
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
