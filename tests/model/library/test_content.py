"""Own content in a library: loaded whole or not at all, offered beside the program's, never changed under a workshop."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.model import builtin
from desktop.model.action_library import ActionLibrary, read_actions
from desktop.model.change import Change
from desktop.model.clerk import Clerk
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.library.content import Choice, Offered, with_shipped
from desktop.model.moment import Moment
from desktop.model.refused import Refused
from desktop.model.verbs import agenda, prepare, presence, sessions

ROOT = Path(__file__).parents[3]
TEMPLATE = "ninety-minutes"


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    """A clerk on an empty library."""
    started = Clerk.start(tmp_path / "library.sqlite", inline=True)
    yield started
    started.close()


def own(version: str = "1.0.0", *, title: str = "Our city asks", id: str = "harbourford") -> Framework:
    content: dict[str, Any] = json.loads(builtin.framework().body)
    content |= {"id": id, "version": version, "title": {"en": title}}
    return read_framework(json.dumps(content))


def own_actions(
    framework: Framework, version: str = "1.0.0", first: str = "Our first action"
) -> ActionLibrary:
    content: dict[str, Any] = json.loads(builtin.actions().body)
    content |= {"id": f"{framework.id}-actions", "version": version, "framework": framework.id}
    content["actions"][0]["title"] = {"en": first}
    return read_actions(json.dumps(content), framework)


def create(clerk: Clerk, choice: Choice, city: str = "Rivermouth") -> str:
    def make(at: Moment) -> Change:
        return prepare.create(
            at, choice.framework, city=city, date="2027-03-01", template=builtin.agendas()[TEMPLATE],
            actions_sha=choice.actions.sha256 if choice.actions else None,
        )  # fmt: skip

    return clerk.create(choice.framework, make).result()


def refused(clerk: Clerk, offered: Offered) -> str:
    before = clerk.own_content().result()
    with pytest.raises(Refused) as no:
        clerk.load_content(offered).result()
    assert clerk.own_content().result() == before, "nothing of it is kept"
    return no.value.code


def test_what_was_loaded_is_offered_behind_the_program_s_own(clerk: Clerk) -> None:
    first, second = own(), own("1.1.0")
    actions = own_actions(first)
    clerk.load_content(Offered((first,), ((first, actions),))).result()
    clerk.load_content(Offered((second,))).result()
    offered = with_shipped(clerk.own_content().result(), builtin.framework())
    assert [(one.framework.id, one.framework.version) for one in offered] == [
        ("seven-pivots", "1.0.0"), ("harbourford", "1.0.0"), ("harbourford", "1.1.0"),
    ]  # fmt: skip
    assert offered[1].actions == actions
    assert offered[2].actions is None


def test_loading_the_same_again_changes_nothing_however_it_is_spelled(clerk: Clerk) -> None:
    clerk.load_content(Offered((own(),))).result()
    before = clerk.own_content().result()
    again = read_framework(json.dumps(json.loads(own().body), indent=7))
    assert clerk.load_content(Offered((again,))).result() == before
    assert clerk.load_content(Offered((builtin.framework(),))).result() == before


def test_the_same_id_and_version_with_other_content_is_refused(clerk: Clerk) -> None:
    framework = own()
    clerk.load_content(Offered((framework,), ((framework, own_actions(framework)),))).result()
    assert refused(clerk, Offered((own(title="Another title"),))) == "framework.same_version"
    assert refused(clerk, Offered((own(id="seven-pivots", title="Changed"),))) == "framework.same_version"
    other = own_actions(framework, first="Changed")
    assert refused(clerk, Offered((), ((framework, other),))) == "actions.same_version"
    assert refused(clerk, Offered((own("2.0.0"), own(title="Another title")))) == "framework.same_version"


def test_a_workshop_keeps_its_questions_and_actions(clerk: Clerk) -> None:
    framework = own()
    actions = own_actions(framework)
    choice = clerk.load_content(Offered((framework,), ((framework, actions),))).result()[0]
    workshop = create(clerk, choice)
    newer = own_actions(framework, "1.1.0", first="A newer one")
    clerk.load_content(Offered((own("1.1.0", title="Newer"),), ((framework, newer),))).result()
    assert clerk.own_content().result()[0].actions == newer
    for opened in (clerk.open(workshop).result(), reopened(clerk, workshop)):
        w = opened.workshop
        assert w.framework.title == {"en": "Our city asks"}
        assert w.library.actions[0].title == {"en": "Our first action"}
    copied = clerk.open(clerk.duplicate(workshop).result()).result().workshop
    assert copied.library == actions


def reopened(clerk: Clerk, workshop: str) -> Any:
    clerk._desks.clear()
    return clerk.open(workshop).result()


def test_a_framework_in_use_stays_and_an_unused_one_goes(clerk: Clerk) -> None:
    used, unused = own(), own("1.1.0")
    used_choice, _ = clerk.load_content(Offered((used, unused))).result()
    workshop = create(clerk, used_choice)
    assert [one.workshops for one in clerk.own_content().result()] == [1, 0]
    with pytest.raises(Refused) as no:
        clerk.remove_content(used.sha256).result()
    assert no.value.code == "framework.in_use"
    clerk.remove_content(unused.sha256).result()
    with pytest.raises(Refused) as no:
        clerk.remove_content(unused.sha256).result()
    assert no.value.code == "framework.unknown"
    clerk.delete(workshop).result()
    clerk.empty_bin().result()
    clerk.remove_content(used.sha256).result()
    assert clerk.own_content().result() == ()


def test_own_actions_for_the_program_s_questions_serve_new_workshops_only(clerk: Clerk) -> None:
    before = create(clerk, Choice(builtin.framework()))
    content: dict[str, Any] = json.loads(builtin.actions().body)
    content |= {"id": "our-actions", "actions": content["actions"][:1]}
    mine = read_actions(json.dumps(content), builtin.framework())
    (choice,) = clerk.load_content(Offered((), ((builtin.framework(), mine),))).result()
    after = create(clerk, choice)
    assert clerk.open(before).result().workshop.library == builtin.actions()
    assert clerk.open(after).result().workshop.library == mine
    clerk.remove_content(builtin.framework().sha256).result()
    assert reopened(clerk, after).workshop.library == mine


def test_another_framework_gets_only_the_actions_that_fit() -> None:
    assert builtin.actions_for(builtin.framework()) is builtin.actions()
    assert builtin.actions_for(own()).actions == ()
    content: dict[str, Any] = json.loads(builtin.framework().body)
    content |= {"version": "9.0.0"}
    content["pivots"][0]["questions"] = content["pivots"][0]["questions"][:1]
    content["sets"] = [one | {"questions": ["D1"]} for one in content["sets"]]
    fewer = read_framework(json.dumps(content))
    found = builtin.actions_for(fewer)
    assert 0 < len(found.actions) < len(builtin.actions().actions)
    assert {one.question for one in found.actions} <= set(fewer.questions)
    assert all(need.action in found.by_id for one in found.actions for need in one.needs if need.action)


def test_a_workshop_that_was_not_begun_can_ask_other_questions(clerk: Clerk) -> None:
    workshop = create(clerk, Choice(builtin.framework()))
    desk = clerk.open(workshop).result()
    desk.do(prepare.weigh, subject="M", value=2.0).result()
    content: dict[str, Any] = json.loads(own().body)
    content["pivots"] = content["pivots"][:3]
    kept = {question["id"] for pivot in content["pivots"] for question in pivot["questions"]}
    content["sets"] = [
        one | {"questions": [id for id in one["questions"] if id in kept]} for one in content["sets"]
    ]
    three = read_framework(json.dumps(content))
    (choice,) = clerk.load_content(Offered((three,))).result()
    told: list[str] = []
    desk.listen(lambda w, changes: told.extend(change.verb for change in changes))
    clerk.use_framework(workshop, choice, builtin.agendas()[TEMPLATE]).result()
    assert told == ["prepare.use_framework"]
    for w in (desk.workshop, reopened(clerk, workshop).workshop):
        assert w.framework == three
        assert [step.subject for step in w.agenda if step.kind == "pivot"] == [one.id for one in three.pivots]
        assert not w.weights
        assert w.about.title == "Our city asks"
    assert desk.undo_step is None, "what came before was about other questions"
    assert clerk.open(workshop).result().undo_step is None
    desk = clerk.open(workshop).result()
    desk.do(prepare.describe, city="Eastmere").result()
    desk.undo().result()
    assert desk.workshop.about.city == "Rivermouth"


def test_with_the_same_pivots_the_day_and_the_weights_stay(clerk: Clerk) -> None:
    workshop = create(clerk, Choice(builtin.framework()))
    desk = clerk.open(workshop).result()
    desk.do(prepare.weigh, subject="D", value=2.0).result()
    desk.do(agenda.resize, step=desk.workshop.agenda[0].id, minutes=17).result()
    before = desk.workshop
    (choice,) = clerk.load_content(Offered((own(),))).result()
    clerk.use_framework(workshop, choice, builtin.agendas()[TEMPLATE]).result()
    assert (desk.workshop.agenda, desk.workshop.weights) == (before.agenda, before.weights)


def test_questions_stay_once_the_day_has_begun(clerk: Clerk) -> None:
    workshop = create(clerk, Choice(builtin.framework()))
    desk = clerk.open(workshop).result()
    desk.do(presence.count, n=3).result()
    desk.do(sessions.start).result()
    (choice,) = clerk.load_content(Offered((own(),))).result()
    with pytest.raises(Refused) as no:
        clerk.use_framework(workshop, choice, builtin.agendas()[TEMPLATE]).result()
    assert no.value.code == "framework.begun"
    assert desk.workshop.framework == builtin.framework()
    desk.do(agenda.skip, step=desk.workshop.agenda[-1].id).result()


KILLED = """
import os, sqlite3, sys
from pathlib import Path
from desktop.model.clerk import Clerk
from desktop.model.library import content
from tests.model.library.test_content import own, own_actions
from desktop.model.library.content import Offered
content._forget_unused = lambda connection: os._exit(9)
framework = own()
clerk = Clerk.start(Path(sys.argv[1]))
clerk.load_content(Offered((framework,), ((framework, own_actions(framework)),))).result()
"""


def test_nothing_is_half_loaded_when_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Clerk.start(path).close()
    run = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, timeout=60, check=False)
    assert run.returncode == 9
    clerk = Clerk.start(path)
    try:
        assert clerk.own_content().result() == ()
    finally:
        clerk.close()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("frameworks", "action_libraries", "own_content"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_a_library_of_the_first_version_is_read_as_it_is_and_brought_up_when_written(tmp_path: Path) -> None:
    old = tmp_path / "library.sqlite"
    shutil.copyfile(ROOT / "tests" / "files" / "library-1.sqlite", old)
    before = old.read_bytes()
    reader = Clerk.start(old, reading=True)
    (found,) = reader.listing().result()
    assert reader.open(found.id).result().workshop.about.actions_sha is None
    assert reader.own_content().result() == ()
    reader.close()
    assert old.read_bytes() == before
    writer = Clerk.start(old)
    w = writer.open(found.id).result().workshop
    assert replace(w.about, actions_sha=None) == w.about
    writer.close()
