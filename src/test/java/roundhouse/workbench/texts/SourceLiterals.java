package roundhouse.workbench.texts;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The string literals of source files, as the compiler reads them. */
final class SourceLiterals {
    /**
     * @param where the file and the line
     * @param internal in an annotation, an assertion, or what an exception says: read by programmers
     * @param key whether it is what a call of {@code text} begins with
     */
    record Literal(String value, String where, boolean internal, boolean key) {}

    private SourceLiterals() {}

    static List<Literal> below(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            Scanner scanner = new Scanner(Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                scanner.read(unit);
            }
            return scanner.found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Its parameter says whether a part is for programmers. */
    private static final class Scanner extends TreeScanner<Void, Boolean> {
        private final SourcePositions positions;
        private final List<Literal> found = new ArrayList<>();
        private CompilationUnitTree unit;
        private boolean asksForText;

        Scanner(SourcePositions positions) {
            this.positions = positions;
        }

        void read(CompilationUnitTree next) {
            unit = next;
            asksForText = next.getImports().stream()
                    .anyMatch(line -> line.getQualifiedIdentifier().toString().equals(Texts.class.getName() + ".text"));
            next.getTypeDecls().forEach(type -> scan(type, false));
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Boolean internal) {
            return super.visitAnnotation(tree, true);
        }

        @Override
        public Void visitThrow(ThrowTree tree, Boolean internal) {
            return super.visitThrow(tree, true);
        }

        @Override
        public Void visitAssert(AssertTree tree, Boolean internal) {
            return super.visitAssert(tree, true);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Boolean internal) {
            String type = tree.getIdentifier().toString();
            return super.visitNewClass(tree, internal || type.endsWith("Exception") || type.endsWith("Error"));
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Boolean internal) {
            String method = tree.getMethodSelect().toString();
            if (method.equals("Objects.requireNonNull")) {
                return scan(tree.getArguments().getFirst(), internal);
            }
            if (asksForText
                    && method.equals("text")
                    && !tree.getArguments().isEmpty()
                    && tree.getArguments().getFirst() instanceof LiteralTree key) {
                found.add(literal(key, internal, true));
                return scan(tree.getArguments().subList(1, tree.getArguments().size()), internal);
            }
            return super.visitMethodInvocation(tree, internal);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Boolean internal) {
            if (tree.getValue() instanceof String) {
                found.add(literal(tree, internal, false));
            }
            return null;
        }

        private Literal literal(LiteralTree tree, boolean internal, boolean key) {
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            return new Literal((String) tree.getValue(), file + ":" + line, internal, key);
        }
    }
}
