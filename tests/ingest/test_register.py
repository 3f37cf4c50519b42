"""The register names the plans that come with the application, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import IngestError
from ingest.register import UnknownPlan, read_all_registered, read_registered, registered_plans


def test_the_five_plans_are_registered_and_readable() -> None:
    assert list(registered_plans()) == ["ningxia", "chuxiong", "shenzhen", "tianjin", "tongliao"]
    assert [source.plan_id for source in read_all_registered()] == list(registered_plans())


def test_a_source_is_the_file_byte_for_byte() -> None:
    for plan_id, path in registered_plans().items():
        assert read_registered(plan_id).text.encode() == path.read_bytes()


def test_an_unknown_plan_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownPlan, match="atlantis: found no such plan, expected one of ningxia, chuxiong"):
        read_registered("atlantis")


@pytest.mark.parametrize(
    "register", ["", "[[plan]]\nid = 'a'", "plan = 3", "[[plan]\n", "[[plan]]\nid = '../a'\nfile = 'a.txt'"]
)
def test_a_broken_register_says_what_is_wrong(tmp_path: Path, register: str) -> None:
    (tmp_path / "register.toml").write_text(register, "utf-8")
    with pytest.raises(IngestError, match=r"register\.toml: found .*, expected"):
        registered_plans(tmp_path)
