# gets the flats from the listing page and mails me the new ones (mail part removed)
import os
import re
import time
import json
import requests
from bs4 import BeautifulSoup

BASE = "https://example.com/listings?page=%d"
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; flatfinder)"}
SEEN = os.path.expanduser("~/.flats_seen.json")

session = requests.Session()
session.headers.update(HEADERS)


def get(url, tries=3):
    for i in range(tries):
        try:
            r = session.get(url, timeout=10)
            if r.status_code == 429:
                time.sleep(30)
                continue
            r.raise_for_status()
            return r.text
        except requests.RequestException as e:
            print("retry", url, e)
            time.sleep(2 ** i)
    return None


def parse(html):
    soup = BeautifulSoup(html, "html.parser")
    for div in soup.select("div.result-item"):
        a = div.find("a", class_="title")
        if a is None:
            continue
        price = div.find("span", class_="price")
        yield {
            "id": a.get("data-id"),
            "title": a.text.strip(),
            "link": a["href"],
            "price": re.sub(r"[^0-9]", "", price.text) if price else None,
        }


def load_seen():
    if os.path.exists(SEEN):
        with open(SEEN) as f:
            return set(json.load(f))
    return set()


if __name__ == "__main__":
    seen = load_seen()
    page = 1
    while True:
        html = get(BASE % page)
        if not html:
            break
        items = list(parse(html))
        if not items:
            break
        for it in items:
            if it["id"] not in seen:
                print(it["price"], it["title"], it["link"])
                seen.add(it["id"])
        page += 1
        time.sleep(1.5)
    with open(SEEN, "w") as f:
        json.dump(sorted(seen), f)
