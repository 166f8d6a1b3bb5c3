# Walks through statements inside functions.
class StatementWalk(CallWalk):
    def __init__(self, facts):
        super().__init__(facts)
        self.handlers.update(
            {
                ast.Assign: self.assign,
                ast.AugAssign: self.assign_changed,
                ast.AnnAssign: self.assign_annotated,
                ast.For: self.loop,
                ast.Raise: self.raise_error,
                ast.Try: self.attempt,
                ast.ExceptHandler: self.handler,
                ast.With: self.with_block,
                ast.Import: self.import_modules,
                ast.ImportFrom: self.import_names,
                ast.Nonlocal: self.skip,
                ast.FunctionDef: self.nested_function,
                ast.Match: self.parts_of_match,
                ast.match_case: self.case,
                ast.MatchClass: self.class_pattern,
            }
        )
        for kind in (ast.Expr, ast.Return, ast.If, ast.While, ast.Assert, ast.Delete):
            self.handlers[kind] = self.statement
        for kind in (ast.Pass, ast.Break, ast.Continue):
            self.handlers[kind] = self.skip
        for kind in (ast.MatchValue, ast.MatchSingleton, ast.MatchSequence, ast.MatchMapping):
            self.handlers[kind] = self.pattern
        for kind in (ast.MatchStar, ast.MatchAs, ast.MatchOr):
            self.handlers[kind] = self.pattern

    def statement(self, node):
        for field in node._fields:
            part = getattr(node, field)
            if isinstance(part, list):
                self.visit_all(part)
            elif part is not None:
                self.visit(part)

    def assign(self, node):
        self.visit_all(node.targets)
        target = node.targets[0]
        if type(node.value) is not ast.Call or len(node.targets) > 1:
            self.visit(node.value)
        elif type(target) is ast.Tuple or type(target) is ast.List:
            self.visit_read(node.value)
        elif type(target) is ast.Name:
            self.call(node.value, target.id)
        else:
            self.visit(node.value)

    def assign_changed(self, node):
        self.visit(node.target)
        if type(node.target) is ast.Attribute:
            self.read_attribute(node.target, False)
        self.visit(node.value)

    def assign_annotated(self, node):
        check_annotation(node.annotation)
        self.visit(node.target)
        if node.value is not None:
            self.visit(node.value)

    def loop(self, node):
        self.visit(node.target)
        self.visit_read(node.iter)
        self.visit_all(node.body)
        self.visit_all(node.orelse)

    def raise_error(self, node):
        for part in (node.exc, node.cause):
            if type(part) is ast.Call:
                self.plain_call(part, '.')
            elif part is not None:
                self.visit_as(part, 'class')

    def attempt(self, node):
        if self.function is not None:
            self.function.cleans_up = True
        for part in (node.body, node.handlers, node.orelse, node.finalbody):
            self.visit_all(part)

    def handler(self, node):
        if node.type is not None:
            self.classes(node.type)
        if node.name is not None:
            self.facts.bound.add(node.name)
            self.facts.caught.add(node.name)
        self.visit_all(node.body)

    def with_block(self, node):
        if self.function is not None:
            self.function.cleans_up = True
        for item in node.items:
            self.visit(item.context_expr)
            if item.optional_vars is not None:
                self.visit(item.optional_vars)
        self.visit_all(node.body)

    def import_modules(self, node):
        for alias in node.names:
            if alias.name not in SAFE_LIBRARY:
                raise Unproved
            self.facts.add_import(alias.asname or alias.name, 'module', alias.name)

    def import_names(self, node):
        if node.level or node.module not in SAFE_LIBRARY:
            if node.module == '__future__' and not node.level:
                return
            raise Unproved
        for alias in node.names:
            if alias.name not in SAFE_LIBRARY[node.module]:
                raise Unproved
            self.facts.add_import(alias.asname or alias.name, 'library', node.module, alias.name)

    def parts_of_match(self, node):
        self.visit(node.subject)
        self.visit_all(node.cases)

    def case(self, node):
        self.visit(node.pattern)
        if node.guard is not None:
            self.visit(node.guard)
        self.visit_all(node.body)

    def class_pattern(self, node):
        self.visit_as(node.cls, 'class')
        for name in node.kwd_attrs:
            self.facts.attributes.add((name, False))
        self.visit_all(node.patterns)
        self.visit_all(node.kwd_patterns)

    def pattern(self, node):
        for field in node._fields:
            part = getattr(node, field)
            if field in ('name', 'rest'):
                if part is not None:
                    self.facts.bound.add(part)
            elif isinstance(part, list):
                self.visit_all(part)
            elif isinstance(part, ast.AST):
                self.visit(part)



def check_annotation(node):
    """Makes sure that evaluating an annotation does nothing."""
    kind = type(node)
    if kind is ast.Constant or kind is ast.Name:
        return
    if kind is ast.Attribute:
        check_annotation(node.value)
    elif kind is ast.Subscript:
        check_annotation(node.value)
        check_annotation(node.slice)
    elif kind is ast.BinOp and type(node.op) is ast.BitOr:
        check_annotation(node.left)
        check_annotation(node.right)
    elif kind is ast.Tuple or kind is ast.List:
        for item in node.elts:
            check_annotation(item)
    else:
        raise Unproved
