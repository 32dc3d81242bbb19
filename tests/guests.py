"""Invented guest lists in the shape of a 2026 Luma export, with everything that real ones get wrong."""

import csv
import io
from random import Random

HEADERS = next(
    csv.reader(
        [
            "guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,utm_source,"
            "utm_medium,utm_campaign,utm_term,utm_content,google_click_id,meta_click_id,x_click_id,linkedin_click_id,"
            "referrer,referred_by,qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code,eth_address,"
            "solana_address,survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name,"
            "What company do you work for/with?,What is your job title?,What are you into?,"
            "What could you help someone with tonight?,What are you looking for?,"
            "What are you looking to get out of this event?,What is your LinkedIn?"
        ]
    )
)

FORMULA_NAME = '=HYPERLINK("http://example.org","Sam")'
BIDI_NAME = "\u202eLaura Blackburn"

TOPICS = tuple(
    topic.strip()
    for topic in """
    Beekeeping, Cargo bikes, Choir singing, Board games, Urban gardening, Cycling, Photography, Cooking, Hiking,
    Python programming, Machine learning, Open data, Jazz, Chess, Sourdough bread, Repair café, Podcasting, Theatre,
    Local history, Public speaking, Grant writing, Teaching, Translation, Illustration, Ceramics, Poetry, Sailing,
    Climbing, Running, Yoga, Meditation, Improv comedy, Film photography, Documentary film, Letterpress printing,
    Book design, Typography, User research, Product design, Web accessibility, Open source software, Linux, Rust,
    Data journalism, Statistics, Cartography, Public transport, Street design, Affordable housing, Timber construction,
    Community land trusts, Cooperatives, Microfinance, Accounting for small clubs, Fundraising, Volunteering,
    Refugee support, Mentoring, Peer counselling, Nursing, Public health, Nutrition, Food preservation, Coffee roasting,
    Natural wine, Home brewing, Cheese making, Mushroom picking, Permaculture, Seed saving, Composting, Native birds,
    Citizen science, River restoration, Solar power, Heat pumps, Wind energy, Batteries, Electronics, Soldering,
    3D printing, Robotics, Amateur radio, Astronomy, Mathematics, Philosophy, Ethics of technology, Local politics,
    Debating, Irish language, Arabic calligraphy, Japanese, Sign language, Classical Indian music, Cello, Accordion,
    Drumming, Songwriting, Sound design, Swing dancing, Tango, Contemporary dance, Puppetry, Circus arts,
    Science fiction, Comics, Role-playing games, Game design, Speedcubing, Genealogy, Archives, Museums, Weaving,
    Knitting, Natural dyes, Upcycling, Bicycle repair, Woodworking, Blacksmithing, Basket making, Origami, Bookbinding,
    Bell ringing
    """.replace("\n", " ").split(",")
)

_NAMES = (
    ("Ana Ben Carla David Elena Femi Grace Hugo", "Carter Lindqvist O'Brien Ferrari McKay van-der-Berg Núñez Okafor"),
    ("Дмитро Олена Андрій Ірина Тарас Марія", "Коваленко Шевченко Бондар Ткач Мельник Кравець"),
    ("Ελένη Γιώργος Μαρία Νίκος Σοφία", "Παπαδοπούλου Νικολάου Σταμούλη Γεωργίου"),
    ("נועה יוסף תמר אורי מיכל", "לוי כהן מזרחי פרץ ביטון"),
    ("ليلى عمر فاطمة يوسف مريم", "حداد منصور الخوري نصار"),
    ("मीरा अर्जुन प्रिया राहुल सीता", "शर्मा गुप्ता पटेल वर्मा"),
    ("芳 伟 娜 敏 静", "王 李 张 刘 陈"),
    ("陽子 健太 美咲 翔 さくら", "山田 佐藤 鈴木 高橋"),
    ("서연 민준 지우 하은", "김 이 박 최"),
)
_FAMILY_NAME_FIRST = (6, 7, 8)

_COMPANIES = ("Rooftop Honey", "City Library", "小さな出版社", "Kollektiv Süd", "Річкова лабораторія", "Solar & Co")
_TITLES = ("Nurse", "Teacher", "Data engineer", "Architect", "Founder", "Editor", "Chief Marketing Officer")
_PURPOSES = (
    "Make friends",
    "Learn something new",
    "Find a job",
    "Hire someone",
    "Find customers",
    "Find a co-founder",
    "Meet people in my field",
    "Help people new to the field",
    "Just here to listen",
)
_JUNK = ("N/A", "-", "none", "n/a")
_LEFT_OUT = ("declined", "waitlist", "pending_approval", "invited")


def make_guest_list(people: int, seed: int) -> bytes:
    """A CSV file of which `people` (at least 8) become guests, the same bytes for the same seed.

    Among them are a formula and a bidi character for a name, an over-long company, guests without e-mail, without
    first and last name, and with junk for an answer. Further rows declined, wait, are pending or only invited, and
    one repeats the e-mail of another guest.
    """
    if people < 8:
        raise ValueError("a list with all its oddities needs at least 8 people")
    random = Random(seed)
    rows = [_row(random, number, "approved") for number in range(people)]
    rows[1]["name"] = FORMULA_NAME
    rows[2]["name"] = BIDI_NAME
    rows[3]["What company do you work for/with?"] = "Very " * 100 + "Long Company"
    rows[4]["email"] = ""
    rows[5]["first_name"] = rows[5]["last_name"] = ""
    rows[6]["What are you looking for?"] = "N/A"
    again = {**_row(random, people, "approved"), "name": rows[7]["name"], "email": rows[7]["email"].upper()}
    left_out = [_row(random, people + 1 + i, _LEFT_OUT[i % 4]) for i in range(max(4, people // 12))]
    for row in (again, *left_out):
        rows.insert(random.randrange(8, len(rows) + 1), row)
    return _csv(rows)


def _row(random: Random, number: int, status: str) -> dict[str, str]:
    script = random.choices(range(len(_NAMES)), weights=(40, 8, 6, 6, 8, 8, 8, 8, 8))[0]
    first, last = (random.choice(names.split()).replace("-", " ") for names in _NAMES[script])
    whole = f"{last} {first}" if script in _FAMILY_NAME_FIRST else f"{first} {last}"
    split = random.random() < 0.7
    key = f"{random.getrandbits(64):016x}"
    row = dict.fromkeys(HEADERS, "")
    row |= {
        "guest_id": f"gst-{key}",
        "name": whole,
        "first_name": first if split else "",
        "last_name": last if split else "",
        "email": f"guest{number:05}@example.org" if random.random() < 0.97 or number == 7 else "",
        "phone_number": f"+1615555{random.randrange(10_000):04}" if random.random() < 0.5 else "",
        "created_at": f"2026-11-{random.randrange(1, 20):02}T{random.randrange(24):02}:15:00.000Z",
        "approval_status": status,
        "utm_source": random.choice(("", "ig", "newsletter")),
        "qr_code_url": f"https://example.org/check-in/evt-mixer?pk=g-{key}",
        "amount": "$0.00",
        "currency": "usd",
        "ticket_type_id": "tt-1",
        "ticket_name": "General admission",
        "What company do you work for/with?": random.choice(_COMPANIES) if random.random() < 0.8 else "",
        "What is your job title?": random.choice(_TITLES) if random.random() < 0.5 else "",
        "What are you into?": _topics(random, 5, ", "),
        "What could you help someone with tonight?": _answer(random, 0.4),
        "What are you looking for?": _answer(random, 0.6),
        "What are you looking to get out of this event?": random.choice(_PURPOSES) if random.random() < 0.95 else "",
    }
    return row


def _answer(random: Random, chance: float) -> str:
    if random.random() < chance:
        return _topics(random, 2, "; ")
    return random.choice(_JUNK) if random.random() < 0.2 else ""


def _topics(random: Random, most: int, between: str) -> str:
    """A few topics, the n-th of the list drawn in proportion to 1/n (Zipf): some common, most of them rare."""
    weights = [1 / rank for rank in range(1, len(TOPICS) + 1)]
    drawn = random.choices(TOPICS, weights, k=random.randint(1, most))
    return between.join(dict.fromkeys(drawn))


def _csv(rows: list[dict[str, str]]) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, HEADERS)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig")
