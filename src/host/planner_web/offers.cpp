#include "host/planner_web/offers.h"

#include <charconv>

namespace hallway {
namespace {

std::shared_ptr<const Bytes> copy_of(ByteView bytes)
{
    return std::make_shared<const Bytes>(bytes.begin(), bytes.end());
}

std::uint64_t number_of(std::string_view digits, int base)
{
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    return value;
}

ReadTime read_time(ByteReader& in)
{
    const auto ms = in.number<std::int64_t>();
    return { ms, in.number<std::int32_t>() };
}

std::optional<HostEvent> read_program(ByteView bytes, bool from_store)
{
    ProgramArrived arrival;
    arrival.source = take_text(bytes);
    arrival.from_store = from_store;
    ByteReader in(bytes);
    arrival.read = read_time(in);
    const ByteView report = in.raw(in.number<std::uint32_t>());
    arrival.report = decode_report(report);
    arrival.pack = copy_of(in.raw(in.left()));
    if (in.failed()) return std::nullopt;
    return arrival;
}

std::optional<HostEvent> read_unchanged(ByteView bytes)
{
    ProgramUnchanged unchanged;
    unchanged.source = take_text(bytes);
    ByteReader in(bytes);
    unchanged.read = read_time(in);
    if (in.failed()) return std::nullopt;
    return unchanged;
}

std::optional<HostEvent> read_shelf(ByteView bytes)
{
    ByteReader in(bytes);
    ShelfChanged shelf;
    const auto count = in.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        ShelfChanged::Entry entry;
        entry.read = read_time(in);
        entry.source = in.text();
        entry.title = in.text();
        shelf.entries.push_back(std::move(entry));
    }
    if (in.failed()) return std::nullopt;
    return shelf;
}

std::optional<HostEvent> read_rows(ByteView bytes)
{
    ByteReader in(bytes);
    StoredRowsArrived arrival;
    arrival.batch = in.number<std::uint32_t>();
    arrival.complete = in.number<std::uint8_t>() != 0;
    const auto count = in.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        const auto source = static_cast<RowSource>(in.number<std::uint8_t>());
        const ByteView records = in.raw(in.number<std::uint32_t>());
        arrival.rows.push_back({ source, Bytes(records.begin(), records.end()) });
    }
    if (in.failed()) return std::nullopt;
    return arrival;
}

std::optional<HostEvent> read_zone(ByteView bytes)
{
    std::string name(take_text(bytes));
    ByteReader in(bytes);
    std::vector<ZoneRules::Transition> transitions;
    while (in.left() > 0 && !in.failed()) {
        const Instant at { in.number<std::int32_t>() };
        transitions.push_back({ at, in.number<std::int32_t>() });
    }
    if (in.failed()) return std::nullopt;
    return ZoneDescribed { ZoneRules(std::move(name), std::move(transitions)) };
}

std::optional<HostEvent> read_plan_news(ByteView bytes)
{
    ByteReader in(bytes);
    PlanNews news;
    news.number = in.number<std::uint32_t>();
    news.permille = in.number<std::uint32_t>();
    news.failed = in.number<std::uint8_t>() != 0;
    const ByteView solution = in.raw(in.left());
    news.solution.assign(solution.begin(), solution.end());
    if (in.failed()) return std::nullopt;
    return news;
}

Error read_error(ByteView bytes)
{
    return decode_error(bytes).value_or(Error { ErrorCode::ReaderStopped, {}, {}, {} });
}

} // namespace

std::string_view take_text(ByteView& bytes)
{
    const std::string_view all = text_of(bytes);
    const std::size_t end = all.find('\0');
    bytes = end == std::string_view::npos ? ByteView {} : bytes.subspan(end + 1);
    return all.substr(0, end);
}

std::optional<HostEvent> read_offer(abi::Offer kind, ByteView bytes)
{
    switch (kind) {
    case abi::Offer::StoredRows: return read_rows(bytes);
    case abi::Offer::RecordsLive:
        return RecordsArrived { Bytes(bytes.begin(), bytes.end()), false };
    case abi::Offer::RecordsKept: return RecordsArrived { Bytes(bytes.begin(), bytes.end()), true };
    case abi::Offer::Route: return RouteChanged { std::string(text_of(bytes)) };
    case abi::Offer::StoredProgram: return read_program(bytes, true);
    case abi::Offer::FreshProgram: return read_program(bytes, false);
    case abi::Offer::ProgramUnchanged: return read_unchanged(bytes);
    case abi::Offer::LoadProgress: {
        const std::string_view source = take_text(bytes);
        const auto permille = static_cast<std::uint32_t>(number_of(text_of(bytes), 10));
        return LoadProgress { std::string(source), permille };
    }
    case abi::Offer::LoadFailed: {
        const std::string_view source = take_text(bytes);
        return LoadFailed { std::string(source), read_error(bytes) };
    }
    case abi::Offer::Shelf: return read_shelf(bytes);
    case abi::Offer::FilesKept:
        return FilesKept { static_cast<std::uint32_t>(number_of(text_of(bytes), 10)) };
    case abi::Offer::Zone: return read_zone(bytes);
    case abi::Offer::PlanNews: return read_plan_news(bytes);
    case abi::Offer::NothingStored: return NothingStored {};
    case abi::Offer::RecordSaved: return RecordSaved { number_of(text_of(bytes), 16) };
    case abi::Offer::SaveFailed: return SaveFailed { read_error(bytes) };
    case abi::Offer::StorageWeak: return StorageWeak {};
    case abi::Offer::Language:
    case abi::Offer::ProgramAddress:
    case abi::Offer::FieldText:
    case abi::Offer::Shortcut:
    case abi::Offer::Settings: break;
    }
    return std::nullopt;
}

} // namespace hallway
