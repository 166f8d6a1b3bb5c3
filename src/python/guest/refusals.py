# Why a value was not written.
class Unserializable(Exception):
    def __init__(self, path, reason):
        self.path = path
        self.reason = reason


class OutputTooLarge(Exception):
    pass


def write_path(keys):
    """A path such as `$.rows[2]`, as the JavaScript guest writes it."""
    text = '$'
    for key in keys:
        text += f'[{key}]' if type(key) is int else f'.{key}'
        if len(text) > 1000:
            return cut_text(text, 1000)
    return text
