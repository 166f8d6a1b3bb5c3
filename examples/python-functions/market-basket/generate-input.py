import random


def generate_input():
    goods = random.sample(["apple", "bread", "cheese", "dates", "eggs"], 3)
    return {
        "basket": [random.choice(goods) for _ in range(random.randint(4, 8))],
        "prices": {item: random.randint(50, 900) for item in sorted(goods)},
        "coupon": random.choice([0, 5, 10, 25]),
    }
