#include "formats/page_times.h"

#include "base/text.h"

#include <iterator>

namespace hallway {
namespace {

constexpr std::string_view weekdays[] = { "sunday", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday" };
constexpr std::string_view months[] = { "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december" };

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Token {
    enum class Kind : std::uint8_t { End, Number, Word, Dash, Colon, Dot, Other };
    Kind kind = Kind::End;
    bool is_apart = false; ///< something that is no token stands before it, as a space
    std::string_view text;
    std::int32_t number = -1; ///< of at most four digits

    [[nodiscard]] bool is_word(std::string_view lower) const
    {
        return kind == Kind::Word && text.size() == lower.size() && fold(text) == lower;
    }
    [[nodiscard]] bool joins(Kind wanted) const { return kind == wanted && !is_apart; }
    [[nodiscard]] bool is_range_sign() const
    {
        return kind == Kind::Dash || is_word("to") || is_word("until") || is_word("till");
    }
};
using Kind = Token::Kind;

/// Takes a text apart. A copy of it remembers a place to come back to.
class Lexer {
public:
    explicit Lexer(std::string_view text) : rest_(text) { }

    Token next()
    {
        Token token;
        while (!rest_.empty()) {
            const std::size_t dash = dash_size();
            if (dash > 0) return taken(token, Kind::Dash, dash);
            const char c = rest_.front();
            if (is_digit(c)) return number(token);
            if (is_letter(c)) return taken(token, Kind::Word, run_of(is_letter));
            if (c == ':') return taken(token, Kind::Colon, 1);
            if (c == '.') return taken(token, Kind::Dot, 1);
            if (c == '/') return taken(token, Kind::Other, 1);
            rest_.remove_prefix(1);
            token.is_apart = true;
        }
        return token;
    }
    [[nodiscard]] Token peek() const { return Lexer(*this).next(); }

private:
    [[nodiscard]] std::size_t run_of(bool (*is_part)(char)) const
    {
        std::size_t size = 0;
        while (size < rest_.size() && is_part(rest_[size])) ++size;
        return size;
    }

    Token taken(Token token, Kind kind, std::size_t size)
    {
        token.kind = kind;
        token.text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return token;
    }

    Token number(Token token)
    {
        token = taken(token, Kind::Number, run_of(is_digit));
        if (token.text.size() <= 4) {
            token.number = 0;
            for (const char digit : token.text) token.number = token.number * 10 + (digit - '0');
        }
        const std::string_view ending = rest_.substr(0, run_of(is_letter));
        for (const std::string_view ordinal : { "st", "nd", "rd", "th" })
            if (ending == ordinal) rest_.remove_prefix(ordinal.size());
        return token;
    }

    /// Bytes of the dash that comes next: the hyphens and dashes of Unicode, and the minus.
    [[nodiscard]] std::size_t dash_size() const
    {
        if (rest_.front() == '-') return 1;
        if (rest_.front() != '\xE2') return 0;
        const DecodedCodePoint point = decode_code_point(rest_);
        const bool is_dash =
            (point.value >= 0x2010 && point.value <= 0x2015) || point.value == 0x2212;
        return is_dash ? point.size : 0;
    }

    std::string_view rest_;
};

/// Position of the name that `token` is or begins, with three letters or more.
template <std::size_t Size>
std::optional<std::int32_t> find_name(const std::string_view (&names)[Size], const Token& token)
{
    if (token.kind != Kind::Word || token.text.size() < 3) return std::nullopt;
    const std::string word = fold(token.text);
    for (std::size_t i = 0; i < Size; ++i)
        if (names[i].starts_with(word)) return static_cast<std::int32_t>(i);
    return std::nullopt;
}

std::optional<std::int32_t> month_of(const Token& token)
{
    const auto month = find_name(months, token);
    return month ? std::optional(*month + 1) : std::nullopt;
}

bool is_year(const Token& token)
{
    return token.kind == Kind::Number && token.text.size() == 4 && token.number >= 1900
        && token.number < 2200;
}
bool is_day(const Token& token)
{
    return token.kind == Kind::Number && token.text.size() <= 2 && token.number >= 1
        && token.number <= 31;
}

struct Clock {
    enum class Half : std::uint8_t { Unsaid, Morning, Afternoon };
    Minutes at = 0;
    Half half = Half::Unsaid;
    bool is_bare = false; ///< a number, which may mean anything
};
using Half = Clock::Half;

Half read_half(Lexer& lexer)
{
    Lexer ahead = lexer;
    const Token first = ahead.next();
    Half half = Half::Unsaid;
    if (first.is_word("am") || first.is_word("a")) half = Half::Morning;
    if (first.is_word("pm") || first.is_word("p")) half = Half::Afternoon;
    if (half == Half::Unsaid) return half;
    if (first.text.size() == 1) {
        const bool is_dotted = ahead.next().joins(Kind::Dot) && ahead.next().is_word("m");
        if (!is_dotted) return Half::Unsaid;
        if (ahead.peek().joins(Kind::Dot)) ahead.next();
    }
    lexer = ahead;
    return half;
}

/// Minutes of the hour, if the time goes on with them: ":50", ".50", "h50"; "h" alone is the hour.
std::optional<Minutes> read_minutes(Lexer& lexer)
{
    Lexer ahead = lexer;
    const Token sign = ahead.next();
    const bool is_hour_sign = sign.is_word("h");
    if (!sign.joins(Kind::Colon) && !sign.joins(Kind::Dot) && !is_hour_sign) return std::nullopt;
    const Lexer after_sign = ahead;
    const Token minutes = ahead.next();
    const bool is_minutes = minutes.joins(Kind::Number) && minutes.text.size() == 2;
    if (!is_minutes && is_hour_sign) {
        lexer = after_sign;
        return 0;
    }
    if (!is_minutes || minutes.number > 59) return std::nullopt;
    Lexer seconds = ahead;
    if (seconds.next().joins(Kind::Colon) && seconds.next().joins(Kind::Number)) ahead = seconds;
    lexer = ahead;
    return minutes.number;
}

std::optional<Clock> read_clock(Lexer& lexer)
{
    Lexer ahead = lexer;
    const Token hour = ahead.next();
    if (hour.is_word("noon")) {
        lexer = ahead;
        return Clock { 12 * 60, Half::Unsaid, false };
    }
    if (hour.kind != Kind::Number || hour.text.size() > 2 || hour.number > 24) return std::nullopt;
    Clock clock { hour.number * 60, Half::Unsaid, true };
    if (const auto minutes = read_minutes(ahead)) {
        clock.at += *minutes;
        clock.is_bare = false;
    }
    clock.half = read_half(ahead);
    if (clock.half != Half::Unsaid) {
        if (hour.number < 1 || hour.number > 12) return std::nullopt;
        clock.at = (clock.at % (12 * 60)) + (clock.half == Half::Afternoon ? 12 * 60 : 0);
        clock.is_bare = false;
    }
    if (clock.at > minutes_per_day) return std::nullopt;
    lexer = ahead;
    return clock;
}

class TimeReader {
public:
    explicit TimeReader(std::string_view text) : lexer_(text) { }

    PageTime read()
    {
        for (Token token = lexer_.peek(); token.kind != Kind::End; token = lexer_.peek())
            if (!take_date(token) && !take_clock()) take_token(lexer_.next());
        if (start_) time_.start = start_->at;
        if (start_ && end_) time_.end = settled_end();
        if (time_.start == minutes_per_day) time_.start = time_.end = std::nullopt;
        if (!time_.day) time_.month.reset();
        return time_;
    }

private:
    void take_token(const Token& token)
    {
        if (const auto weekday = find_name(weekdays, token); weekday && !time_.weekday) {
            time_.weekday = *weekday;
        } else if (const auto month = month_of(token); month && !time_.month) {
            time_.month = *month;
            time_.day = number_before_ ? number_before_ : day_after();
        } else if (is_year(token) && !time_.year) {
            time_.year = token.number;
        }
        number_before_ = is_day(token) ? std::optional(token.number) : std::nullopt;
        is_after_range_sign_ = token.is_range_sign();
    }

    /// "2012-03-07" and "7.3.2012": in other orders, numbers do not say which is the month.
    bool take_date(const Token& first)
    {
        if (time_.day || first.kind != Kind::Number) return false;
        const Kind sign = first.text.size() == 4 ? Kind::Dash : Kind::Dot;
        Lexer ahead = lexer_;
        ahead.next();
        if (!ahead.next().joins(sign)) return false;
        const Token month = ahead.next();
        if (!month.joins(Kind::Number) || !ahead.next().joins(sign)) return false;
        const Token last = ahead.next();
        const bool is_year_first = sign == Kind::Dash;
        const Token& year = is_year_first ? first : last;
        const Token& day = is_year_first ? last : first;
        if (!last.joins(Kind::Number) || !is_year(year) || !is_day(day) || month.number < 1
            || month.number > 12)
            return false;
        time_.year = year.number;
        time_.month = month.number;
        time_.day = day.number;
        lexer_ = ahead;
        // RFC 3339 joins date and time by a letter.
        if (lexer_.peek().is_word("t")) lexer_.next();
        return true;
    }

    bool take_clock()
    {
        if (end_ || (start_ && !is_after_range_sign_)) return false;
        Lexer ahead = lexer_;
        const auto clock = read_clock(ahead);
        if (!clock) return false;
        if (start_) {
            if (clock->is_bare && start_->half == Half::Unsaid && !start_->is_bare) return false;
            end_ = clock;
        } else {
            if (clock->is_bare && !is_range_with_half(ahead)) return false;
            start_ = clock;
        }
        lexer_ = ahead;
        number_before_.reset();
        is_after_range_sign_ = false;
        return true;
    }

    /// "9 - 10 am": what follows makes a time of the number before it.
    static bool is_range_with_half(Lexer after_number)
    {
        if (!after_number.next().is_range_sign()) return false;
        const auto end = read_clock(after_number);
        return end && end->half != Half::Unsaid;
    }

    /// "March 7": but not the hour in "March, 9:30".
    std::optional<std::int32_t> day_after()
    {
        Lexer ahead = lexer_;
        if (const auto clock = read_clock(ahead); clock && !clock->is_bare) return std::nullopt;
        const Token token = lexer_.peek();
        if (!is_day(token)) return std::nullopt;
        lexer_.next();
        return token.number;
    }

    Minutes settled_end()
    {
        constexpr Minutes half_day = 12 * 60;
        const bool is_start_said = start_->half != Half::Unsaid;
        const bool is_end_said = end_->half != Half::Unsaid;
        // "1:50 - 2:50 pm" and "11 am - 1:30": what is said of one holds for the other.
        if (!is_start_said && end_->half == Half::Afternoon && start_->at < half_day
            && start_->at + half_day <= end_->at)
            *time_.start += half_day;
        Minutes end = end_->at;
        if (is_start_said && !is_end_said && end < *time_.start) end += half_day;
        return end < *time_.start ? end + minutes_per_day : end;
    }

    Lexer lexer_;
    PageTime time_;
    std::optional<Clock> start_;
    std::optional<Clock> end_;
    std::optional<std::int32_t> number_before_;
    bool is_after_range_sign_ = false;
};

struct DayOfMonth {
    std::int32_t day = 0;
    std::optional<std::int32_t> month;
};

/// "7", "7 March" or "March 7".
std::optional<DayOfMonth> read_day_of_month(Lexer& lexer)
{
    DayOfMonth found;
    Token token = lexer.next();
    found.month = month_of(token);
    if (found.month) token = lexer.next();
    if (!is_day(token)) return std::nullopt;
    found.day = token.number;
    if (found.month) return found;
    if (lexer.peek().is_word("of")) lexer.next();
    found.month = month_of(lexer.peek());
    if (found.month) lexer.next();
    return found;
}

struct WrittenSpan {
    DayOfMonth first;
    DayOfMonth last;
    std::int32_t year = 0; ///< of the last day
};

std::optional<WrittenSpan> read_span(Lexer& lexer)
{
    const auto first = read_day_of_month(lexer);
    if (!first) return std::nullopt;
    DayOfMonth last = *first;
    if (lexer.peek().is_range_sign()) {
        lexer.next();
        const auto end = read_day_of_month(lexer);
        if (!end) return std::nullopt;
        last = *end;
    }
    const Token year = lexer.next();
    if (!is_year(year) || (!first->month && !last.month)) return std::nullopt;
    return WrittenSpan { *first, last, year.number };
}

/// Nothing, if the days do not exist or are no conference's.
std::optional<DaySpan> days_of(const WrittenSpan& span)
{
    const std::int32_t last_month = span.last.month.value_or(span.first.month.value_or(0));
    const std::int32_t first_month = span.first.month.value_or(last_month);
    const std::int32_t first_year = span.year - (first_month > last_month ? 1 : 0);
    const auto from = checked_date(first_year, first_month, span.first.day);
    const auto until = checked_date(span.year, last_month, span.last.day);
    if (!from || !until || *until < *from || until->days - from->days >= span_days_max)
        return std::nullopt;
    return DaySpan { *from, *until };
}

} // namespace

PageTime read_page_time(std::string_view text) { return TimeReader(text).read(); }

std::optional<DaySpan> find_day_span(std::string_view text)
{
    Lexer lexer(text);
    while (lexer.peek().kind != Kind::End) {
        Lexer ahead = lexer;
        const auto written = read_span(ahead);
        if (!written) {
            lexer.next();
            continue;
        }
        if (const auto span = days_of(*written)) return span;
        lexer = ahead; // half of a span is not what the text says
    }
    return std::nullopt;
}

std::optional<std::int32_t> find_year(std::string_view text)
{
    Lexer lexer(text);
    for (Token token = lexer.next(); token.kind != Kind::End; token = lexer.next())
        if (is_year(token)) return token.number;
    return std::nullopt;
}

} // namespace hallway
