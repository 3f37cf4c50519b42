"""What a visitor does, in a real browser: search, follow a figure to its words, run a question in the explorer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from graph_api.settings import ApiSettings
from tests.graph_api.test_server import served

pytestmark = pytest.mark.browser
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900"),
    # No request of the browser's own.
    *("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    with served(data, ApiSettings()) as address:
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def requested(browser: webdriver.Chrome) -> set[str]:
    """The hosts that were asked for anything since the last look."""
    log: list[dict[str, Any]] = browser.get_log("performance")  # type: ignore[no-untyped-call]
    events = [json.loads(entry["message"])["message"] for entry in log]
    sent = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    return {urlsplit(url).netloc for url in sent if url.startswith(("http", "ws"))}


def in_view(browser: webdriver.Chrome, css: str) -> bool:
    """Whether an element is wholly within the window."""
    script = "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
    found: bool = browser.execute_script(f"{script} return r.top >= 0 && r.bottom <= innerHeight", css)  # type: ignore[no-untyped-call]
    return found


def until(browser: webdriver.Chrome, css: str, text: str) -> str:
    """The text of an element once it holds `text`."""
    WebDriverWait(browser, 10).until(lambda each: text in each.find_element(By.CSS_SELECTOR, css).text)
    return browser.find_element(By.CSS_SELECTOR, css).text


def test_searching_from_the_front_page_marks_what_matched(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address)
    box = browser.find_element(By.CSS_SELECTOR, "main form[action='/search'] input[name=q]")
    box.send_keys("就近用餐", Keys.ENTER)
    assert "共" in until(browser, "[role=status]", "共")
    assert [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, ".hits li:first-child mark")] == ["就近用餐"]
    browser.find_element(By.CSS_SELECTOR, ".hits li:first-child blockquote a").click()
    assert browser.find_element(By.CSS_SELECTOR, ".source mark").text == "发展社区助餐，方便老年人就近用餐。"


def test_a_figure_of_the_matrix_leads_to_its_words_in_view(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(1280, 400)
    browser.get(address)
    browser.find_element(By.PARTIAL_LINK_TEXT, "≥40平方米").click()
    assert until(browser, "#quote", "40") == "每百户设施面积不少于40平方米"
    assert in_view(browser, "#quote")
    browser.set_window_size(1280, 900)


def test_a_question_from_the_front_page_is_answered_and_leads_to_the_words(
    browser: webdriver.Chrome, address: str
) -> None:
    browser.get(address)
    box = browser.find_element(By.CSS_SELECTOR, "main form[action='/ask'] input[name=q]")
    box.send_keys("每百户设施面积，各地的目标值分别是多少？", Keys.ENTER)
    assert "40平方米" in until(browser, "[role=status]", "平方米")
    summary = browser.find_element(By.CSS_SELECTOR, ".reference-line summary")
    summary.send_keys(Keys.ENTER)
    assert "[Z]" in browser.find_element(By.CSS_SELECTOR, ".reference-line p").text
    browser.find_element(By.CSS_SELECTOR, ".answer tbody a[href*='/plans/yi/']").click()
    assert until(browser, "#quote", "40") == "每百户设施面积不少于40平方米"


def test_the_tables_of_comparisons_are_reached_from_the_head_of_every_page(
    browser: webdriver.Chrome, address: str
) -> None:
    browser.get(address)
    for name in ("主题覆盖", "共同承诺", "部门分工"):
        browser.find_element(By.LINK_TEXT, name).click()
        assert browser.find_element(By.CSS_SELECTOR, "main table th[scope=row]").text
        assert browser.find_element(By.LINK_TEXT, "Excel").get_attribute("href")


@pytest.mark.parametrize(
    "page",
    [
        "/ask?q=每百户设施面积，各地的目标值分别是多少？",
        "/commitments",
        "/coverage",
        "/departments",
        "/reuse?plan=jia",
        "/",
        "/search?q=社区",
        "/compare?indicator=indicator/area",
        "/plans/jia/source",
        "/explorer",
        "/id/jia/2.1",
    ],
)
def test_a_page_fits_a_window_of_400_pixels(page: str, browser: webdriver.Chrome, address: str) -> None:
    size = {"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)  # type: ignore[no-untyped-call]
    try:
        browser.get(address + page)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 400  # type: ignore[no-untyped-call]
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})  # type: ignore[no-untyped-call]


def test_a_printed_search_says_what_was_asked_and_leaves_the_form_out(browser: webdriver.Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})  # type: ignore[no-untyped-call]
    try:
        browser.get(f"{address}/search?q=社区")
        box = browser.find_element(By.CSS_SELECTOR, "main input[type=search]")
        assert box.is_displayed()
        assert box.get_attribute("value") == "社区"
        assert not browser.find_element(By.CSS_SELECTOR, "main button").is_displayed()
        assert not browser.find_element(By.CSS_SELECTOR, "main fieldset").is_displayed()
        browser.get(f"{address}/search")
        assert not browser.find_element(By.CSS_SELECTOR, "main input[type=search]").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})  # type: ignore[no-untyped-call]


def test_the_explorer_runs_a_question_and_asks_nobody_else(browser: webdriver.Chrome, address: str) -> None:
    requested(browser)
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    browser.get(f"{address}/explorer")
    until(browser, "#type h3", "Query")
    Select(browser.find_element(By.ID, "examples")).select_by_visible_text("有哪些规划，各有多少任务、指标和责任")
    browser.find_element(By.ID, "run").click()
    answer = json.loads(until(browser, "#result", "totalCount"))
    assert answer["data"]["plans"]["totalCount"] == 3
    assert "完成" in browser.find_element(By.ID, "status").text
    assert requested(browser) == {urlsplit(address).netloc}
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]


def test_the_explorer_keeps_the_question_in_its_address_and_tells_errors(
    browser: webdriver.Chrome, address: str
) -> None:
    browser.get("about:blank")
    browser.get(f"{address}/explorer")
    box = browser.find_element(By.ID, "query")
    box.clear()
    box.send_keys('{ plan(id: "none") { title } }', Keys.CONTROL, Keys.ENTER)
    assert "NOT_FOUND" in until(browser, "#result", "errors")
    said = browser.current_url
    assert "query=" in said
    browser.get("about:blank")
    browser.get(said)
    assert 'id: "none"' in (browser.find_element(By.ID, "query").get_attribute("value") or "")


def test_the_explorer_shows_what_a_type_holds(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}/explorer")
    until(browser, "#type h3", "Query")
    browser.find_element(By.ID, "type-filter").send_keys("Citation")
    browser.find_element(By.XPATH, "//ul[@id='types']//button[text()='Citation']").click()
    assert "原文，一字不改" in until(browser, "#type", "quote")


def test_the_pages_work_by_keyboard(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address)
    webdriver.ActionChains(browser).send_keys(Keys.TAB).perform()
    assert browser.switch_to.active_element.text == "跳到正文"
    webdriver.ActionChains(browser).send_keys(Keys.ENTER).perform()
    assert browser.current_url.endswith("#content")
