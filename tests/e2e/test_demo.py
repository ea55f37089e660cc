"""The demo: what a newcomer sees first, without a key, Slack or network."""


def test_the_demo_shows_the_whole_job_and_a_second_run_changes_nothing(icpbot):
    first = icpbot("demo", "--home", icpbot.home)
    before = {
        name: icpbot(*name.split(), "--json").json
        for name in ("sources", "profile show", "insights", "themes")
    }
    second = icpbot("demo", "--home", icpbot.home)
    after = {name: icpbot(*name.split(), "--json").json for name in before}

    assert first.code == second.code == 0
    parts = ["What was read", "best customers", "Questions", "drafted", "Does it fit?", "Your turn"]
    places = [first.out.index(part) for part in parts]
    assert places == sorted(places)
    assert ": ideal, " in first.out
    assert ": avoid, " in first.out
    assert ": can't say yet, " in first.out
    assert "icpbot chat" in first.out
    assert "icpbot serve" in first.out
    assert "network" not in first.err
    assert before == after
    assert first.out.split("Your turn")[0].count("(read before)") == 0
    assert second.out.count("read before") == 16
