def main_solution(text):
    """Whether the brackets of a text match, how deep they go, and where the first mistake is."""
    partner = {")": "(", "]": "[", "}": "{"}
    opened = []
    depth = 0
    for i in range(len(text)):
        character = text[i]
        if character in "([{":
            opened.append({"character": character, "at": i})
            depth = max(depth, len(opened))
        elif character in partner:
            last = opened.pop() if opened else None
            if last is None or last["character"] != partner[character]:
                return {"isBalanced": False, "depth": depth, "mistakeAt": i}
    if not opened:
        return {"isBalanced": True, "depth": depth, "mistakeAt": -1}
    return {"isBalanced": False, "depth": depth, "mistakeAt": opened[0]["at"]}
