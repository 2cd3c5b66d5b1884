#include "planner/best_plan.h"
#include "base/sort.h"
#include "planner/plan_branch.h"
#include "planner/plan_chain.h"
#include "planner/plan_draft.h"
#include "planner/plan_order.h"
#include "planner/plan_worth.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace hallway {
namespace {

constexpr int rounds_at_root = 200;
constexpr int rounds_at_branch = 24;
constexpr int rounds_without_gain = 5;
constexpr int step_halvings_max = 8;

} // namespace

// --- the tree of decisions -----------------------------------------------------------------------

class PlanSearch::Tree {
public:
    Tree(PlanProblem problem, PlanEffort effort)
        : problem_(std::move(problem)), order_(problem_), rules_(order_), worth_(order_),
          effort_(effort)
    {
        make_chains();
        report_goings();
        improve_with({});
        PlanBranch root;
        root.decisions.assign(order_.size(), Decision::Open);
        root.wish_prices.assign(order_.wishes().size(), 0);
        root.day_prices.assign(order_.days().size(), 0);
        open_with(std::move(root), rules_.goings, {});
        tell();
    }

    bool advance(std::uint64_t pairs)
    {
        const std::uint64_t until = pairs_ + pairs;
        while (!is_done() && pairs_ < until) {
            if (!branch_ && !next_branch()) break;
            if (!round()) branch_.reset();
        }
        tell();
        return is_done();
    }

    [[nodiscard]] int progress_permille() const
    {
        if (is_done()) return 1000;
        return static_cast<int>(pairs_ * 1000 / effort_.pairs_max);
    }
    [[nodiscard]] const BestPlan& best() const { return best_; }
    [[nodiscard]] const PlanProblem& problem() const { return problem_; }

private:
    void make_chains();
    void report_goings();
    void open_with(
        PlanBranch branch, std::span<const std::uint32_t> in, std::span<const std::uint32_t> out);
    bool next_branch();
    bool round();
    [[nodiscard]] std::int64_t gain(std::uint32_t candidate) const;
    [[nodiscard]] bool has_price(std::uint32_t wish) const;
    bool solve_days(std::int64_t& bound);
    bool change_prices();
    void split();
    [[nodiscard]] std::optional<std::uint32_t> wish_to_split() const;
    [[nodiscard]] std::optional<std::uint32_t> candidate_to_split() const;
    void improve_with(std::span<const std::uint32_t> wanted);
    void tell();

    [[nodiscard]] bool is_done() const
    {
        return (!branch_ && open_.empty()) || pairs_ >= effort_.pairs_max;
    }
    [[nodiscard]] bool is_open(std::uint32_t i) const
    {
        return branch_->decisions[i] == Decision::Open;
    }

    PlanProblem problem_;
    PlanOrder order_;
    PlanRules rules_;
    PlanWorth worth_;
    PlanEffort effort_;
    std::vector<DayChain> chains_;
    std::uint64_t pairs_ = 0;

    std::vector<PlanBranch> open_; ///< the one to look at next is last
    BestPlan best_;
    Candidates best_chosen_;
    std::int64_t best_worth_ = std::numeric_limits<std::int64_t>::min();

    // The branch that is being looked at.
    std::optional<PlanBranch> branch_;
    PlanBranch at_bound_; ///< its prices when its bound was found
    int rounds_ = 0, since_gain_ = 0, halvings_ = 0;
    std::vector<DayChain::Path> paths_, paths_at_bound_; ///< by day
    std::vector<std::int64_t> gains_, gains_solved_;     ///< by candidate
    std::vector<std::uint32_t> uses_;                    ///< by wish, in `paths_`
    std::vector<Minutes> minutes_;                       ///< by day, in `paths_`, without goings
};

void PlanSearch::Tree::make_chains()
{
    // The chain of a day knows the blocks that no other day's candidates reach.
    std::vector<std::vector<PlanBlock>> blocks(order_.days().size());
    for (const PlanBlock& block : rules_.blocks) {
        std::optional<std::uint32_t> only;
        bool several = false;
        for (std::uint32_t i = 0; i < order_.size(); ++i) {
            const Attendance& attendance = order_.at(i).attendance;
            if (attendance.start >= block.until || attendance.end <= block.from) continue;
            several |= only && *only != order_.day_of(i);
            only = order_.day_of(i);
        }
        if (only && !several && blocks[*only].size() < blocks_in_sets_max)
            blocks[*only].push_back(block);
    }
    for (std::size_t day = 0; day < order_.days().size(); ++day)
        chains_.emplace_back(order_, order_.days()[day], blocks[day]);
}

void PlanSearch::Tree::report_goings()
{
    const Candidates& goings = rules_.goings;
    for (std::size_t i = 0; i < goings.size(); ++i)
        for (std::size_t j = i + 1; j < goings.size(); ++j)
            if (!order_.compatible(goings[i], goings[j]))
                best_.clashing_goings.emplace_back(
                    order_.given(goings[i]), order_.given(goings[j]));
    for (std::uint32_t i = 0; i < problem_.blocks.size(); ++i)
        if (!std::ranges::binary_search(rules_.kept_blocks, i)) best_.dropped_blocks.push_back(i);
}

void PlanSearch::Tree::open_with(
    PlanBranch branch, std::span<const std::uint32_t> in, std::span<const std::uint32_t> out)
{
    PlanDecider decider(rules_, branch);
    pairs_ += in.size() * order_.size();
    for (const std::uint32_t i : in)
        if (!decider.take(i)) return;
    for (const std::uint32_t i : out)
        if (!decider.leave(i)) return;
    if (!decider.settle()) return;
    // Nothing is to be paid for what is decided.
    for (std::uint32_t wish = 0; wish < order_.wishes().size(); ++wish)
        if (std::ranges::none_of(order_.wishes()[wish].candidates,
                [&](std::uint32_t i) { return branch.decisions[i] == Decision::Open; }))
            branch.wish_prices[wish] = 0;
    open_.push_back(std::move(branch));
}

bool PlanSearch::Tree::next_branch()
{
    while (!open_.empty()) {
        PlanBranch next = std::move(open_.back());
        open_.pop_back();
        if (next.bound <= best_worth_) continue;
        branch_ = std::move(next);
        at_bound_ = *branch_;
        rounds_ = since_gain_ = halvings_ = 0;
        paths_.assign(order_.days().size(), {});
        gains_solved_.clear();
        return true;
    }
    return false;
}

/// One solution of the relaxed problem under the prices. False: the branch is done with.
bool PlanSearch::Tree::round()
{
    std::int64_t bound = 0;
    if (!solve_days(bound)) return false;
    const bool gained = bound < branch_->bound || rounds_ == 0;
    if (gained) {
        branch_->bound = std::min(branch_->bound, bound);
        at_bound_.wish_prices = branch_->wish_prices;
        at_bound_.day_prices = branch_->day_prices;
        paths_at_bound_ = paths_;
        since_gain_ = 0;
        Candidates wanted;
        for (const DayChain::Path& path : paths_)
            wanted.insert(wanted.end(), path.candidates.begin(), path.candidates.end());
        improve_with(wanted);
    } else if (++since_gain_ == rounds_without_gain) {
        since_gain_ = 0;
        ++halvings_;
        branch_->wish_prices = at_bound_.wish_prices;
        branch_->day_prices = at_bound_.day_prices;
    }
    if (branch_->bound <= best_worth_) return false;
    const int rounds_max = open_.empty() ? rounds_at_root : rounds_at_branch;
    if (++rounds_ < rounds_max && halvings_ <= step_halvings_max && change_prices()) return true;
    split();
    return false;
}

/// A wish of which a path could take more than one candidate.
bool PlanSearch::Tree::has_price(std::uint32_t wish) const
{
    const PlanOrder::Wish& it = order_.wishes()[wish];
    return !it.all && !it.going && it.candidates.size() > 1;
}

std::int64_t PlanSearch::Tree::gain(std::uint32_t candidate) const
{
    const std::uint32_t wish = order_.wish_of(candidate);
    std::int64_t gain = worth_.share(candidate);
    if (has_price(wish)) gain -= branch_->wish_prices[wish];
    if (rules_.room && !order_.at(candidate).going)
        gain -= branch_->day_prices[order_.day_of(candidate)] * order_.length(candidate);
    return gain;
}

/// Sets `paths_` and what they use. False: no plan is left.
bool PlanSearch::Tree::solve_days(std::int64_t& bound)
{
    gains_.resize(order_.size());
    for (std::uint32_t i = 0; i < order_.size(); ++i) gains_[i] = gain(i);
    uses_.assign(order_.wishes().size(), 0);
    minutes_.assign(order_.days().size(), 0);
    bound = 0;
    for (std::uint32_t wish = 0; wish < order_.wishes().size(); ++wish)
        if (has_price(wish)) bound += branch_->wish_prices[wish];
    for (std::size_t day = 0; day < chains_.size(); ++day) {
        const Candidates& candidates = order_.days()[day].candidates;
        const bool solved = !gains_solved_.empty()
            && std::ranges::all_of(
                candidates, [&](std::uint32_t i) { return gains_[i] == gains_solved_[i]; });
        if (!solved) {
            chains_[day].solve(branch_->decisions, gains_, paths_[day]);
            pairs_ += chains_[day].pairs() + candidates.size();
        }
        if (!paths_[day].possible) return false;
        bound += paths_[day].value;
        if (rules_.room) bound += branch_->day_prices[day] * (*rules_.room)[day];
        for (const std::uint32_t i : paths_[day].candidates) {
            ++uses_[order_.wish_of(i)];
            if (!order_.at(i).going) minutes_[day] += order_.length(i);
        }
    }
    gains_solved_ = gains_;
    return true;
}

/// Makes dearer what the paths take too much of, and cheaper what they leave. False: nothing to
/// change.
bool PlanSearch::Tree::change_prices()
{
    const std::int64_t distance = (branch_->bound - best_worth_) >> halvings_;
    std::int64_t wish_norm = 0, day_norm = 0;
    const auto excess_of_wish = [&](std::uint32_t wish) -> std::int64_t {
        const std::int64_t excess = std::int64_t { uses_[wish] } - 1;
        return has_price(wish) && (excess > 0 || branch_->wish_prices[wish] > 0) ? excess : 0;
    };
    const auto excess_of_day = [&](std::size_t day) -> std::int64_t {
        if (!rules_.room) return 0;
        const std::int64_t excess = std::int64_t { minutes_[day] } - (*rules_.room)[day];
        return excess > 0 || branch_->day_prices[day] > 0 ? excess : 0;
    };
    for (std::uint32_t wish = 0; wish < uses_.size(); ++wish)
        wish_norm += excess_of_wish(wish) * excess_of_wish(wish);
    for (std::size_t day = 0; day < minutes_.size(); ++day)
        day_norm += excess_of_day(day) * excess_of_day(day);
    if (wish_norm + day_norm == 0) return false;
    const auto change = [](std::int64_t& price, std::int64_t step, std::int64_t excess) {
        price = std::max<std::int64_t>(price + step * excess, 0);
    };
    for (std::uint32_t wish = 0; wish_norm > 0 && wish < uses_.size(); ++wish)
        change(branch_->wish_prices[wish], std::max<std::int64_t>(distance / wish_norm, 1),
            excess_of_wish(wish));
    for (std::size_t day = 0; day_norm > 0 && day < minutes_.size(); ++day)
        change(branch_->day_prices[day], std::max<std::int64_t>(distance / day_norm, 1),
            excess_of_day(day));
    return true;
}

// --- branching -----------------------------------------------------------------------------------

/// The keenest wish that the path at the bound takes more than once, or that it pays for and
/// leaves.
std::optional<std::uint32_t> PlanSearch::Tree::wish_to_split() const
{
    std::vector<std::uint32_t> uses(order_.wishes().size(), 0);
    for (const DayChain::Path& path : paths_at_bound_)
        for (const std::uint32_t i : path.candidates) ++uses[order_.wish_of(i)];
    std::optional<std::uint32_t> found;
    bool found_twice = false;
    for (std::uint32_t wish = 0; wish < uses.size(); ++wish) {
        if (!has_price(wish)) continue;
        const bool twice = uses[wish] > 1;
        if (!twice && !(uses[wish] == 0 && at_bound_.wish_prices[wish] > 0)) continue;
        const PlanOrder::Wish& it = order_.wishes()[wish];
        if (!std::ranges::any_of(it.candidates, [&](std::uint32_t i) { return is_open(i); }))
            continue;
        const bool keener =
            !found || worth_.of(it.keenness) > worth_.of(order_.wishes()[*found].keenness);
        if (!found || (twice && !found_twice) || (twice == found_twice && keener)) {
            found = wish;
            found_twice = twice;
        }
    }
    return found;
}

/// A candidate on which to decide where the path at the bound breaks a rule that has no price, or
/// where a price hides that it is none.
std::optional<std::uint32_t> PlanSearch::Tree::candidate_to_split() const
{
    Candidates on_path;
    for (const DayChain::Path& path : paths_at_bound_)
        on_path.insert(on_path.end(), path.candidates.begin(), path.candidates.end());
    sort_things(on_path);
    std::optional<std::uint32_t> longest;
    for (std::size_t j = 0; j < on_path.size(); ++j) {
        const std::uint32_t candidate = on_path[j];
        if (!is_open(candidate)) continue;
        if (order_.wishes()[order_.wish_of(candidate)].all) return candidate;
        for (std::size_t i = 0; i < on_path.size(); ++i)
            if (i != j && !order_.compatible(on_path[i], candidate)) return candidate;
        if (!longest || order_.length(candidate) > order_.length(*longest)) longest = candidate;
    }
    if (longest) return longest;
    for (std::uint32_t i = 0; i < order_.size(); ++i)
        if (is_open(i)) return i;
    return std::nullopt;
}

void PlanSearch::Tree::split()
{
    PlanBranch parent = *branch_;
    parent.wish_prices = at_bound_.wish_prices;
    parent.day_prices = at_bound_.day_prices;
    if (const auto wish = wish_to_split()) {
        Candidates ways;
        for (const std::uint32_t i : order_.wishes()[*wish].candidates)
            if (is_open(i)) ways.push_back(i);
        open_with(parent, {}, ways);
        // Those on the path are looked at first, so they come last.
        const auto on_path = [&](std::uint32_t i) {
            return std::ranges::binary_search(paths_at_bound_[order_.day_of(i)].candidates, i);
        };
        sort_things(
            ways, [&](std::uint32_t a, std::uint32_t b) { return !on_path(a) && on_path(b); });
        for (const std::uint32_t i : ways) open_with(parent, { &i, 1 }, {});
    } else if (const auto candidate = candidate_to_split()) {
        open_with(parent, {}, { &*candidate, 1 });
        open_with(parent, { &*candidate, 1 }, {});
    }
}

// --- plans ---------------------------------------------------------------------------------------

/// Makes a plan of what is wanted, as far as the rules let it, and of all else that finds a place.
void PlanSearch::Tree::improve_with(std::span<const std::uint32_t> wanted)
{
    std::vector<bool> is_wanted(order_.size(), false);
    for (const std::uint32_t i : wanted) is_wanted[i] = true;
    const Candidates queue = sorted_positions(order_.size(), [&](std::uint32_t a, std::uint32_t b) {
        if (is_wanted[a] != is_wanted[b]) return bool { is_wanted[a] };
        return worth_.share(a) > worth_.share(b);
    });
    PlanDraft draft(rules_);
    for (const std::uint32_t i : queue)
        if (is_wanted[i] || worth_.of(order_.wishes()[order_.wish_of(i)].keenness) > 0)
            draft.add(i);
    Candidates chosen = draft.sorted();
    pairs_ += order_.size() * (1 + chosen.size());
    const std::int64_t worth = worth_.of_plan(chosen);
    if (worth <= best_worth_) return;
    best_worth_ = worth;
    best_chosen_ = std::move(chosen);
}

void PlanSearch::Tree::tell()
{
    std::int64_t bound = best_worth_;
    for (const PlanBranch& branch : open_) bound = std::max(bound, branch.bound);
    if (branch_) bound = std::max(bound, branch_->bound);
    best_.chosen.clear();
    for (const std::uint32_t i : best_chosen_) best_.chosen.push_back(order_.given(i));
    best_.value = worth_.value(best_worth_);
    best_.proven = bound == best_worth_;
    best_.bound = worth_.value(std::min(bound, worth_.most()));
}

PlanSearch::PlanSearch(PlanProblem problem, PlanEffort effort)
    : tree_(std::make_unique<Tree>(std::move(problem), effort))
{
}

PlanSearch::~PlanSearch() = default;

bool PlanSearch::advance(std::uint64_t pairs) { return tree_->advance(pairs); }

int PlanSearch::progress_permille() const { return tree_->progress_permille(); }

const BestPlan& PlanSearch::best() const { return tree_->best(); }

const PlanProblem& PlanSearch::problem() const { return tree_->problem(); }

BestPlan find_best_plan(PlanProblem problem, PlanEffort effort)
{
    PlanSearch search(std::move(problem), effort);
    while (!search.advance(effort.pairs_max)) { }
    return search.best();
}

} // namespace hallway
