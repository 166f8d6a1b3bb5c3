def main_solution(basket, prices, coupon):
    total = 0
    counted = {}
    for item in basket:
        counted[item] = counted.get(item, 0) + 1
        # Every third piece of a kind is free.
        if counted[item] % 3 != 0:
            total += prices[item]
    saved = total * coupon // 100
    return {"pay": total - saved, "saved": saved, "pieces": counted}
