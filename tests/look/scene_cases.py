"""Every scene of the wall with three sets of words: plain, 40 % longer with a city of 20,000 letters, and Arabic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.look.marks import Picture
from desktop.look.pictures.distribution import Distribution
from desktop.look.pictures.roadmap import Card, Wave
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scenes.agree import Agree, Said, agree
from desktop.look.scenes.ballots import Ballots, ballots
from desktop.look.scenes.blank import Blank, blank
from desktop.look.scenes.frame import Frame, Head
from desktop.look.scenes.offers import Offer, Offers, offers
from desktop.look.scenes.our_city import OurCity, our_city
from desktop.look.scenes.pause import Pause, pause
from desktop.look.scenes.question import Choice, Counter, Hands, Question, question
from desktop.look.scenes.radar import Radar, radar
from desktop.look.scenes.read_back import Decided, Kept, ReadBack, read_back
from desktop.look.scenes.results import Result, Results, results
from desktop.look.scenes.roadmap import Roadmap, roadmap
from desktop.look.scenes.story import Story, story
from desktop.look.scenes.welcome import Way, Welcome, welcome
from desktop.look.scenes.where_to import WhereTo, where_to

Scene = Callable[[Frame], Picture]
F = Fraction


@dataclass(frozen=True, slots=True)
class Language:
    """How the plain words are turned into the words of a case."""

    name: str
    say: Callable[[str], str]
    city: str
    rtl: bool = False


def _longer(words: str) -> str:
    """Each word of four letters and more gets 40 % of itself again, as translations do."""
    return " ".join(
        word + word[: round(len(word) * 0.4)].lower() if len(word) > 3 else word for word in words.split(" ")
    )


_ARABIC = "المدينة تجيب كيف نعمل معا على الخدمات الرقمية للسكان اليوم وغدا في كل مكان"


def _arabic(words: str) -> str:
    """As many Arabic words as there are words; numbers and short signs stay."""
    source = _ARABIC.split(" ")
    said = [
        word if len(word) < 3 or not word[:1].isalpha() else source[place % len(source)]
        for place, word in enumerate(words.split(" "))
    ]
    return " ".join(said)


PLAIN = Language("plain", lambda words: words, "Rivermouth")
LONG = Language("long", _longer, "Llanfair" * 2500)
ARABIC = Language("arabic", _arabic, "مدينة النهر", rtl=True)
LANGUAGES = (PLAIN, LONG, ARABIC)

_PIVOTS = (
    ("Flexible & secure infrastructure", "Infrastructure", F(2), "2", "Doing\u00a0digital", True, F(3), "3"),
    ("Data mastery", "Data", F(2), "2", "Doing\u00a0digital", True, F(7, 2), "3½"),
    (
        "Digitally savvy, open talent networks",
        "Talent",
        F(5, 2),
        "2½",
        "between Doing and Becoming",
        True,
        F(3),
        "3",
    ),
    ("Ecosystem engagement", "Ecosystem", F(3, 2), "1½", "between Exploring and Doing", True, F(5, 2), "2½"),
    ("Intelligent workflows", "Workflows", F(9, 5), "1.8", "Doing\u00a0digital", False, F(3), "3"),
    ("Unified customer experience", "Experience", F(3), "3", "Becoming\u00a0digital", True, F(7, 2), "3½"),
    ("Business model adaptability", "Business model", F(1), "1", "Exploring", True, F(5, 2), "2½"),
)


def standings(said: Language, *, plan: bool = False, missing: bool = False) -> tuple[Standing, ...]:
    """Seven pivots; with ``missing`` the fifth is not scored and the sixth has no target."""
    made = []
    for number, (name, short, today, words, stage, agreed, target, target_words) in enumerate(_PIVOTS, 1):
        made.append(
            Standing(
                number, number, said.say(name), said.say(short), today, words, said.say(stage), agreed, target,
                target_words, plan=today + (F(1, 2) if number in (2, 7, 1) else 0) if plan else None,
                plan_words="2.5" if plan else "",
                gap_words={F(1): "1", F(1, 2): "½", F(3, 2): "1½"}.get(target - today, "1.2"),
            )
        )  # fmt: skip
    if missing:
        made[4] = replace(made[4], today=None, today_words="–", stage=said.say("not scored"), agreed=False)
        made[5] = replace(made[5], target=None, target_words="")
    return tuple(made)


def scale(said: Language) -> Scale:
    """Four stages."""
    return Scale(
        1,
        tuple(
            map(said.say, ("Exploring", "Doing\u00a0digital", "Becoming\u00a0digital", "Being\u00a0digital"))
        ),
    )


def _head(said: Language) -> Head:
    return Head(2, 2, said.say("Data mastery"), said.say("Pivot 2 of 7"))


_TALENT = "Digitally savvy, open talent networks"
_SENTENCES = (
    "13\u00a0at Exploring or Doing\u00a0digital, 12\u00a0at Being\u00a0digital, 3\u00a0between.",
    "22\u00a0of\u00a028 at Doing or Becoming\u00a0digital. 5\u00a0lower, 1\u00a0higher.",
    "19\u00a0of\u00a027 at Exploring. 8\u00a0higher. 1\u00a0can’t\u00a0say.",
)
_TITLES = (
    "Tell us once",
    "Data has owners",
    "Careful use of data and AI",
    "Open data",
    "Systems exchange facts",
    "Figures shape services",
)
_COUNTS = ((2, 11, 3, 12), (5, 14, 8, 1), (19, 7, 1, 0))
_NAMED = (frozenset({0, 1, 3}), frozenset({1, 2}), frozenset({0}))
_LEVELS = (
    ("Exploring", "Nobody is named"),
    ("Doing digital", "Some registers have a named owner"),
    ("Becoming digital", "Most do, and errors are fixed in a set time"),
    ("Being digital", "All do, and leaders see a quality report"),
)
_PROMISE = "The screen shows totals only. Your answer is kept on the workshop laptop without your name."
_ACTIONS = (
    ("A-001", 1, "Two-step sign-in for all staff", "Head of IT", ()),
    ("A-002", 2, "Name an owner for each core register", "City registrar", ()),
    ("A-003", 3, "One owner for each busy service", "City manager", ()),
    ("A-004", 6, "One account for most services", "Head of services", ("A-001",)),
    ("A-005", 2, "Reuse facts openly in the busiest services", "Head of customer service", ("A-002",)),
    ("A-006", 7, "A weekly route for small changes", "City manager", ()),
    ("A-007", 5, "No retyping on the busiest form", "Head of registry", ("A-005",)),
    ("A-008", 4, "One case view shared with health", "", ()),
)


def _result(said: Language, place: int, *, large: bool = False) -> Result:
    at = place % 3
    labels = tuple(
        f"{i}\u00a0\u00a0{stage}" if large else str(i) for i, stage in enumerate(scale(said).stages, 1)
    )
    cant = said.say("Can’t say") if large else "–"
    shown = Distribution(labels, _COUNTS[at], int(at == 2), cant, _NAMED[at])
    text = said.say("When two departments need the same facts about a resident, how do they get them today?")
    means = tuple(said.say(f"{i}  {_LEVELS[i - 1][1]}") for i in ((2, 3) if at else (2,))) if large else ()
    return Result(said.say(_TITLES[place]), text, shown, said.say(_SENTENCES[at]), "", means)


def _results(said: Language, many: int) -> Results:
    shown = tuple(_result(said, place, large=many == 1) for place in range(many))
    return Results(_head(said), said.say("What our answers say"), scale(said), said.say("Can’t say"), shown)


def _question(said: Language, aside: Counter | Hands) -> Question:
    choices = [
        Choice(str(i), said.say(stage), said.say(words)) for i, (stage, words) in enumerate(_LEVELS, 1)
    ]
    choices.append(Choice("–", "", said.say("Can’t say")))
    ways = () if isinstance(aside, Hands) else (
        Way("vote", said.say("Ballot handed in: you are done")),
        Way("hand", said.say("No ballot: raise a hand when asked")),
    )  # fmt: skip
    return Question(_head(said), said.say("Who must put a wrong record right?"), tuple(choices), aside, ways)


def _agree(said: Language, *, done: bool) -> Agree:
    standing = standings(said)[1]
    answers = tuple(Said(said.say(_TITLES[i]), said.say(_SENTENCES[i])) for i in range(3))
    if not done:
        asks = said.say("Which one level says it for the city?")
        return Agree(_head(said), asks, scale(said), replace(standing, today=None, today_words=""), answers)
    title = said.say("We agree: 2, Doing digital")
    return Agree(_head(said), title, scale(said), standing, answers, F(21, 10), said.say("our answers: 2.1"))


def _city(said: Language, *, missing: bool) -> OurCity:
    return OurCity(
        said.say("Our city today, and the city we chose"), said.city, said.say("Lit: our level today"),
        said.say("Outlined: where we want to be"), said.say("The city is strongest in experience."),
        ("Pivot", "Now", "Stage", "Target"), scale(said), standings(said, missing=missing),
        said.say("Computed, not yet agreed"),
    )  # fmt: skip


def _radar(said: Language, *, plan: bool, missing: bool = False) -> Radar:
    keys = (
        said.say("Today"),
        said.say("If all chosen actions finish and work") if plan else "",
        said.say("Target"),
    )
    finding = said.say(
        "The largest gaps: data mastery, business model adaptability and intelligent workflows."
    )
    lines = (finding, said.say("No action covers talent and experience.")) if plan else (finding,)
    heads = ("Pivot", "Now", "If all is done", "Target")
    title = said.say("What our actions move" if plan else "Where the gaps are")
    return Radar(
        title, said.city, scale(said), standings(said, plan=plan, missing=missing), keys, lines, finding, heads,
        "" if plan else said.say("Levels to climb"), said.say("Computed, not yet agreed"),
    )  # fmt: skip


def _where_to(said: Language, now: int | None) -> WhereTo:
    return WhereTo(
        said.say("Where do we want to be?"), said.say("by December 2028"), scale(said),
        standings(said, missing=now is not None), said.say("The city is strongest in experience."),
        ("Pivot", "Now", "Target"), now, said.say("Computed, not yet agreed"),
    )  # fmt: skip


def _offers(said: Language, many: int) -> Offers:
    made = tuple(
        Offer(i + 1, i % 7 + 1, i % 7 + 1, said.say(_ACTIONS[i % 8][2]), said.say("One desk to write to when a record about you is wrong."))
        for i in range(many)
    )  # fmt: skip
    head = _head(said) if many <= 3 else None
    title = said.say("What takes us there by December 2028?" if head else "Three picks each")
    note = said.say("Each one can be changed. We can write our own.")
    return Offers(title, said.city, head, made, said.say("No suggestion fits."), note, ("No.", "Action"))


def _roadmap(said: Language, waves: tuple[slice, ...]) -> Roadmap:
    cards = [
        Card(key, n, n, said.say(title), said.say(owner), needs) for key, n, title, owner, needs in _ACTIONS
    ]
    names = (("Now", "by 31 August 2027"), ("Next", "by 31 August 2028"), ("Later", ""))
    plan = tuple(
        Wave(said.say(name), said.say(until), tuple(cards[cut]))
        for (name, until), cut in zip(names, waves, strict=True)
    )
    return Roadmap(
        said.say("Our roadmap"),
        said.city,
        plan,
        said.say("No action is chosen yet."),
        ("Wave", "Action", "Owner"),
    )


def _read_back(said: Language, *, full: bool) -> ReadBack:
    decided = tuple(
        Decided(
            one.number,
            one.colour,
            one.short,
            one.today_words if one.today is not None else one.stage,
            one.target_words if one.today is not None else "",
            said.say("by the end of 2029") if full and one.target_words and one.today is not None else "",
        )
        for one in standings(said, missing=full)
    )
    kept = tuple(
        Kept(n, n, said.say(title), said.say(owner or "No owner yet"))
        for _, n, title, owner, _ in _ACTIONS[: None if full else 3]
    )
    seen = (
        "Seen otherwise: Business model",
        "Some held that one level higher is fair: most residents come for them.",
    )
    left = (
        "Left open: Workflows",
        "The room wants to see the figures of this year before it says a level for the city.",
    )
    others = (seen, left, seen, left) if full else (seen,)
    more = tuple(
        said.say(f"and {n} more") for n in ("one", "two", "three", "four", "five", "six", "seven", "eight")
    )
    return ReadBack(
        said.say("What we decided today"), said.city, said.say("Today, and by the end of 2028"), decided,
        said.say("Who does what"), kept, said.say("No action is chosen yet."), more,
        tuple((said.say(a), said.say(b)) for a, b in others), more,
    )  # fmt: skip


def _welcome(said: Language) -> Welcome:
    ways = (
        Way("vote", said.say("One level per question.")),
        Way("circle-question-mark", said.say("“Can’t say” is a full answer.")),
        Way("presentation", said.say("The screen shows totals only.")),
    )
    return Welcome(
        said.city, said.say("1 March 2027. We start at 09:00"), said.say("Where do we stand, and what comes next?"),
        ways, said.say(_PROMISE), standings(said), scale(said),
    )  # fmt: skip


def _story(said: Language) -> Story:
    return Story(
        _head(said), "database", said.say("The right facts reach the right person, fairly."), said.say("Elsewhere"),
        said.say("In September 2020, Helsinki and Amsterdam each opened a public list of AI they use. Both lists began short."),
        said.say("Hackney Citizen, “Cyber attack recovery effort cost the council over £12m last year, figures show”"), said.say("Hold in mind"),
        said.say("Think of the last form you filled in for us. What did it already know?"),
    )  # fmt: skip


def _ballots(said: Language, *, counted: bool) -> Ballots:
    steps = (
        "Answer alone, for the whole city, as it is today.",
        "One level for each question. “Can’t say” is a full answer.",
        "Hand it in. Your seat number is on it, not your name.",
    )
    yardstick = "Some: at least one service. Most: more than half of our 20 busiest. All 20: every one, exceptions written down."
    counter = Counter(said.say("Ballots in"), 12, said.say("of 28"), 28) if counted else None
    return Ballots(
        said.say("Fill in your ballots"), said.city, tuple(map(said.say, steps)), said.say(yardstick),
        said.say(_PROMISE), counter,
    )  # fmt: skip


def _pause(said: Language) -> Pause:
    note = said.say("Your ballots are being counted in. The screen shows totals only.")
    following = Head(1, 1, said.say("Flexible & secure infrastructure"))
    return Pause(
        said.say("Break"),
        said.city,
        said.say("Back at"),
        "10:15",
        said.say("11 minutes left"),
        0.45,
        note,
        said.say("Next"),
        following,
    )


def cases(said: Language) -> Iterator[tuple[str, Scene]]:
    """Every scene in every form, by name."""
    yield "welcome", lambda frame: welcome(_welcome(said), frame)
    yield "story", lambda frame: story(_story(said), frame)
    yield "story-plain", lambda frame: story(replace(_story(said), story="", source="", hold=""), frame)
    counter = Counter(said.say("Answers in"), 25, said.say("of 28"), 28)
    crowd = Counter(said.say("Answers in"), 125, said.say("of 200"), 200)
    yield "question", lambda frame: question(_question(said, counter), frame)
    yield "question-crowd", lambda frame: question(_question(said, crowd), frame)
    yield "question-hands", lambda frame: question(_question(said, Hands(said.say("Hands up for"), 2)), frame)
    for many in (1, 2, 3, 6):
        yield f"results-{many}", lambda frame, many=many: results(_results(said, many), frame)
    yield "results-hidden", lambda frame: results(_hidden(said), frame)
    yield "agree-ask", lambda frame: agree(_agree(said, done=False), frame)
    yield "agree", lambda frame: agree(_agree(said, done=True), frame)
    yield "agree-line", lambda frame: agree(replace(_agree(said, done=True), show_city=False), frame)
    yield "city", lambda frame: our_city(_city(said, missing=False), frame)
    yield "city-missing", lambda frame: our_city(_city(said, missing=True), frame)
    yield "where-to", lambda frame: where_to(_where_to(said, 1), frame)
    yield "where-to-all", lambda frame: where_to(_where_to(said, None), frame)
    yield "radar", lambda frame: radar(_radar(said, plan=False), frame)
    yield "radar-plan", lambda frame: radar(_radar(said, plan=True), frame)
    yield "radar-missing", lambda frame: radar(_radar(said, plan=True, missing=True), frame)
    yield "offers-3", lambda frame: offers(_offers(said, 3), frame)
    yield "offers-9", lambda frame: offers(_offers(said, 9), frame)
    yield "roadmap", lambda frame: roadmap(_roadmap(said, (slice(0, 3), slice(3, 6), slice(6, 8))), frame)
    yield (
        "roadmap-full",
        lambda frame: roadmap(_roadmap(said, (slice(0, 8), slice(0, 0), slice(0, 0))), frame),
    )
    yield (
        "roadmap-two",
        lambda frame: roadmap(_roadmap(said, (slice(0, 3), slice(3, 8), slice(0, 0))), frame),
    )
    yield "roadmap-none", lambda frame: roadmap(_roadmap(said, (slice(0, 0),) * 3), frame)
    yield "read-back", lambda frame: read_back(_read_back(said, full=False), frame)
    yield "read-back-full", lambda frame: read_back(_read_back(said, full=True), frame)
    yield "ballots", lambda frame: ballots(_ballots(said, counted=False), frame)
    yield "ballots-counted", lambda frame: ballots(_ballots(said, counted=True), frame)
    yield "pause", lambda frame: pause(_pause(said), frame)
    yield "blank", lambda frame: blank(Blank(said.say("The wall is empty.")), frame)


def _hidden(said: Language) -> Results:
    """A room state that forbids bars on one question, a verdict word on another."""
    made = _results(said, 3)
    first = replace(
        made.questions[0], shown=None, sentence=said.say("Fewer than five answered: too few to show.")
    )
    second = replace(made.questions[1], word=said.say("Leaning"))
    return replace(made, questions=(first, second, made.questions[2]))
