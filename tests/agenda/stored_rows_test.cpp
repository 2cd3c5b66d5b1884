#include <doctest/doctest.h>

#include "agenda/agenda_record.h"
#include "agenda/stored_rows.h"
#include "agenda/support/random_history.h"

#include <span>

using namespace hallway;
using namespace hallway::test;

namespace {

std::vector<Choice> three_stars()
{
    Agenda agenda(writer_of(1));
    return { *agenda.choose(key_of("a"), "want", {}, 1000),
        *agenda.choose(key_of("b"), "want", {}, 2000),
        *agenda.choose(key_of("c"), "want", {}, 3000) };
}

/// A sound record of version 6, made of a body that nobody reads.
Bytes newer_record()
{
    const unsigned char bytes[] = { 'H', 'W', 'R', 0x00, 0x92, 0x25, 0x04, 6, 1, 0, 0, 0, 'x' };
    const auto view = std::as_bytes(std::span(bytes));
    return { view.begin(), view.end() };
}

} // namespace

TEST_SUITE("agenda/stored_rows")
{
    TEST_CASE("journal and copy are merged, and each is told what it lacks")
    {
        const std::vector<Choice> stars = three_stars();
        const Bytes a = encode_record(stars[0]);
        const Bytes b = encode_record(stars[1]);
        const Bytes c = encode_record(stars[2]);
        const StoredRow rows[] = { { RowSource::Journal, a }, { RowSource::Journal, b },
            { RowSource::Copy, b }, { RowSource::Copy, c } };
        Agenda agenda(writer_of(1, 2));
        const StoredRowsReport report = read_stored_rows(agenda, rows);
        CHECK(agenda.choices().size() == 3);
        CHECK(report.journal_lacks == std::vector<Choice> { stars[2] });
        CHECK(report.copy_lacks == std::vector<Choice> { stars[0] });
        CHECK(report.replaceable == std::vector<std::uint32_t> { 0, 1 });
        CHECK(report.damaged.empty());
    }

    TEST_CASE("an older write of a key in one store is lacking there")
    {
        Agenda other(writer_of(3));
        const auto star = other.choose(key_of("a"), "want", {}, 1000);
        const auto off = other.choose(key_of("a"), "", {}, 2000);
        const Bytes older = encode_record(*star);
        const Bytes newer = encode_record(*off);
        const StoredRow rows[] = { { RowSource::Copy, newer }, { RowSource::Journal, older } };
        Agenda agenda(writer_of(1));
        const StoredRowsReport report = read_stored_rows(agenda, rows);
        CHECK(agenda.value(key_of("a")).empty());
        CHECK(report.journal_lacks == std::vector<Choice> { *off });
        CHECK(report.copy_lacks.empty());
    }

    TEST_CASE("a damaged row goes aside and its sound records are rescued")
    {
        const std::vector<Choice> stars = three_stars();
        Bytes snapshot = encode_records(stars);
        const std::size_t middle = encode_record(stars[0]).size() + 40;
        snapshot[middle] ^= std::byte { 4 };
        const Bytes newer = newer_record();
        snapshot.insert(snapshot.end(), newer.begin(), newer.end());
        const StoredRow rows[] = { { RowSource::Journal, snapshot } };
        Agenda agenda(writer_of(1, 2));
        const StoredRowsReport report = read_stored_rows(agenda, rows);
        CHECK(report.damaged == std::vector<std::uint32_t> { 0 });
        CHECK(report.damaged_count == 1);
        CHECK(report.replaceable.empty());
        const DecodedRecords rescued = decode_records(report.rescued);
        CHECK(rescued.choices == std::vector<Choice> { stars[0], stars[2] });
        CHECK(rescued.newer == newer);
        CHECK(rescued.damaged_count == 0);
    }

    TEST_CASE("what only a damaged copy lost is taken from the journal")
    {
        const std::vector<Choice> stars = three_stars();
        const Bytes sound = encode_record(stars[0]);
        Bytes damaged = sound;
        damaged[20] ^= std::byte { 1 };
        const StoredRow rows[] = { { RowSource::Journal, sound }, { RowSource::Copy, damaged } };
        Agenda agenda(writer_of(1, 2));
        const StoredRowsReport report = read_stored_rows(agenda, rows);
        CHECK(agenda.choices().size() == 1);
        CHECK(report.damaged == std::vector<std::uint32_t> { 1 });
        CHECK(report.rescued.empty());
        CHECK(report.copy_lacks == std::vector<Choice> { stars[0] });
    }

    TEST_CASE("a row with a record of a newer version is neither damaged nor replaced")
    {
        const Bytes newer = newer_record();
        const StoredRow rows[] = { { RowSource::Journal, newer } };
        Agenda agenda;
        const StoredRowsReport report = read_stored_rows(agenda, rows);
        CHECK(report.newer_count == 1);
        CHECK(report.damaged.empty());
        CHECK(report.replaceable.empty());
    }

    TEST_CASE("an empty row is damage")
    {
        const StoredRow rows[] = { { RowSource::Journal, {} } };
        Agenda agenda;
        CHECK(read_stored_rows(agenda, rows).damaged == std::vector<std::uint32_t> { 0 });
    }

    TEST_CASE("no rows ask for nothing")
    {
        Agenda agenda;
        const StoredRowsReport report = read_stored_rows(agenda, {});
        CHECK(report.journal_lacks.empty());
        CHECK(report.copy_lacks.empty());
        CHECK(report.damaged_count == 0);
    }
}
