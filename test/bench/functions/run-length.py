def main_solution(text):
    """Codes runs of equal characters as the count and the character."""
    parts = []
    count = 0
    for i in range(len(text)):
        count += 1
        if i + 1 == len(text) or text[i + 1] != text[i]:
            parts.append(f"{count}{text[i]}")
            count = 0
    coded = "".join(parts)
    return {"coded": coded, "saved": len(text) - len(coded)}
