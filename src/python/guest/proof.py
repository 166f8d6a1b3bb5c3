# Proves that calls of a program leave nothing behind that a later call could notice, so that the
# function can be called again without the interpreter being put back. What is not understood is no
# proof.
import ast
import re

# What most programs without a proof give away: what they import.
imported_module = re.compile(r'^[ \t]*(?:import|from)[ \t]+(\w+)', re.MULTILINE).findall
# Its hash is its address.
not_a_number = re.compile(r'\b(?:nan|inf)\b', re.IGNORECASE).search
KNOWN_MODULES = frozenset(SAFE_LIBRARY) | {'__future__'}


class ProgramWalk(ClassWalk):
    def top_statement(self, node):
        kind = type(node)
        if kind is ast.FunctionDef:
            self.top_function(node)
        elif kind is ast.ClassDef:
            self.top_class(node)
        elif kind is ast.Import:
            self.import_modules(node)
        elif kind is ast.ImportFrom:
            self.import_names(node)
        elif kind is ast.Assign and len(node.targets) == 1:
            self.top_value(node.targets[0], node.value)
        elif kind is ast.AnnAssign and node.value is not None:
            check_annotation(node.annotation)
            self.top_value(node.target, node.value)
        elif not self.does_nothing(node):
            raise Unproved

    def does_nothing(self, node):
        """Whether a statement at the top has no effect, or always the same."""
        kind = type(node)
        if kind is ast.Pass or is_constant_statement(node):
            return True
        if kind is ast.If and not node.orelse:
            return is_main_test(node.test)
        if kind is not ast.Expr or type(node.value) is not ast.Call:
            return False
        call = node.value
        return (
            type(call.func) is ast.Attribute
            and call.func.attr == 'setrecursionlimit'
            and type(call.func.value) is ast.Name
            and self.facts.kinds.get(call.func.value.id) == ('module', 'sys')
            and all([is_constant(argument, self.facts.kinds) for argument in call.args])
            and not call.keywords
        )

    def top_value(self, target, value):
        facts = self.facts
        if type(target) is not ast.Name:
            raise Unproved
        name = target.id
        if is_constant(value, facts.kinds):
            facts.add_kind(name, 'constant')
        elif is_container(value, facts.kinds):
            facts.add_kind(name, 'container')
        elif type(value) is ast.Lambda:
            facts.add_kind(name, 'function')
            self.lasting_function(value)
        elif type(value) is ast.Call:
            self.top_call(name, value)
        else:
            raise Unproved

    def top_call(self, name, call):
        facts = self.facts
        place = library_place(call.func, facts.kinds)
        values = [*call.args, *[keyword.value for keyword in call.keywords]]
        if place == ('typing', 'TypeVar'):
            facts.add_kind(name, 'alias')
        elif place == ('collections', 'namedtuple'):
            facts.add_kind(name, 'class')
            facts.class_attributes[name] = set()
            if not call.keywords and len(values) == 2:
                for field in field_names(values[1]):
                    self.define_attribute(field)
                return
            raise Unproved
        else:
            raise Unproved
        if not all([is_constant(value, facts.kinds) for value in values]):
            raise Unproved


def field_names(node):
    if type(node) is ast.Constant and type(node.value) is str:
        return node.value.replace(',', ' ').split()
    if type(node) is ast.List or type(node) is ast.Tuple:
        if all([type(item) is ast.Constant and type(item.value) is str for item in node.elts]):
            return [item.value for item in node.elts]
    raise Unproved


def is_main_test(node):
    """Recognizes `__name__ == '__main__'`, which never holds here."""
    return (
        type(node) is ast.Compare
        and type(node.left) is ast.Name
        and node.left.id == '__name__'
        and [type(operator) for operator in node.ops] == [ast.Eq]
        and type(node.comparators[0]) is ast.Constant
        and node.comparators[0].value == '__main__'
    )


def prove_stateless(source):
    """What is known about a program whose calls keep no state; `None` without a proof."""
    if not KNOWN_MODULES.issuperset(imported_module(source)):
        return None
    try:
        walk = ProgramWalk(Facts())
        for node in ast.parse(source).body:
            walk.top_statement(node)
        facts = walk.facts
        judge(facts)
        if facts.has_sets and not_a_number(source):
            return None
        return facts
    except (Unproved, RecursionError, SyntaxError):
        return None
