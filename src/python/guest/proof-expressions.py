# Walks through expressions. Nodes that it does not know end the proof.
class ExpressionWalk:
    def __init__(self, facts):
        self.facts = facts
        self.method = None
        self.function = None
        self.handlers = {
            ast.Constant: self.skip,
            ast.Name: self.name,
            ast.Attribute: self.attribute,
            ast.Subscript: self.subscript,
            ast.Call: self.call,
            ast.Compare: self.compare,
            ast.Lambda: self.lambda_expression,
            ast.Set: self.set_display,
            ast.SetComp: self.set_comprehension,
            ast.ListComp: self.comprehension,
            ast.DictComp: self.comprehension,
            ast.GeneratorExp: self.generator_expression,
            ast.comprehension: self.clause,
            ast.Starred: self.starred,
            ast.Dict: self.dictionary,
            ast.FormattedValue: self.formatted_value,
            ast.Yield: self.generate,
            ast.YieldFrom: self.generate,
        }
        plain = (ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.IfExp, ast.List, ast.Tuple, ast.JoinedStr)
        for kind in (*plain, ast.Slice, ast.NamedExpr):
            self.handlers[kind] = self.parts

    def visit(self, node):
        handler = self.handlers.get(type(node))
        if handler is None:
            raise Unproved
        handler(node)

    def visit_all(self, nodes):
        for node in nodes:
            self.visit(node)

    def visit_as(self, node, place):
        """Visits what stands in a place where names may stand for more than in others."""
        if type(node) is ast.Name and type(node.ctx) is ast.Load:
            self.facts.uses.add((node.id, place))
        else:
            self.visit(node)

    def visit_read(self, node):
        """Visits what is only gone through, or only written as text."""
        kind = type(node)
        if kind is ast.Name:
            self.facts.uses.add((node.id, 'read'))
        elif kind is ast.GeneratorExp:
            self.comprehension(node)
        elif kind is ast.Call:
            self.plain_call(node)
        else:
            self.visit(node)

    def skip(self, node):
        pass

    def parts(self, node):
        for field in node._fields:
            part = getattr(node, field)
            if isinstance(part, list):
                self.visit_all(part)
            elif isinstance(part, ast.expr):
                self.visit(part)

    def name(self, node):
        if type(node.ctx) is ast.Load:
            self.facts.uses.add((node.id, 'value'))
        else:
            self.facts.bound.add(node.id)

    def subscript(self, node):
        self.visit_as(node.value, 'subscript' if type(node.ctx) is ast.Load else 'target')
        self.visit(node.slice)

    def compare(self, node):
        sides = [node.left, *node.comparators]
        if any([is_type_call(side) for side in sides]):
            for side in sides:
                if is_type_call(side):
                    self.facts.uses.add(('type', 'builtin'))
                    self.visit(side.args[0])
                else:
                    self.visit_as(side, 'class')
            return
        self.visit(node.left)
        for operator, side in zip(node.ops, node.comparators):
            if type(operator) is ast.In or type(operator) is ast.NotIn:
                self.visit_read(side)
            else:
                self.visit(side)

    def lambda_expression(self, node):
        self.facts.has_loose_identities = True
        self.plain_lambda(node)

    def plain_lambda(self, node):
        self.parameters(node.args)
        self.visit(node.body)

    def set_display(self, node):
        self.facts.has_sets = True
        self.visit_all(node.elts)

    def set_comprehension(self, node):
        self.facts.has_sets = True
        self.comprehension(node)

    def generator_expression(self, node):
        self.facts.has_loose_identities = True
        self.comprehension(node)

    def comprehension(self, node):
        self.visit_all(node.generators)
        if type(node) is ast.DictComp:
            self.visit(node.key)
            self.visit(node.value)
        else:
            self.visit(node.elt)

    def clause(self, node):
        if node.is_async:
            raise Unproved
        self.visit(node.target)
        self.visit_read(node.iter)
        self.visit_all(node.ifs)

    def starred(self, node):
        if type(node.ctx) is ast.Load:
            self.visit_read(node.value)
        else:
            self.visit(node.value)

    def dictionary(self, node):
        for key, value in zip(node.keys, node.values):
            if key is None:
                self.visit_read(value)
            else:
                self.visit(key)
                self.visit(value)

    def formatted_value(self, node):
        self.visit_read(node.value)
        if node.format_spec is not None:
            self.visit(node.format_spec)

    def generate(self, node):
        if self.function is None:
            raise Unproved
        self.function.generates = True
        self.facts.has_loose_identities = True
        if type(node) is ast.YieldFrom:
            self.visit_read(node.value)
        elif node.value is not None:
            self.visit(node.value)


def is_type_call(node):
    return (
        type(node) is ast.Call
        and type(node.func) is ast.Name
        and node.func.id == 'type'
        and len(node.args) == 1
        and not node.keywords
    )
