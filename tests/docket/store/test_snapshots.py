"""What an enactment reads of many files is what an action reads of one."""

from tests.architecture.test_queries import queries


def test_an_enactment_reads_of_many_files_what_an_action_reads_of_one():
    one, many = (queries()[name].partition("\nwhere c.")[0] for name in ("cases.snapshot", "cases.snapshots"))

    assert many == one
