package roundhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import roundhouse.topology.nodes.NodeKinds;

/**
 * This program with something more in it: files of its own, and lines put into files that are there, counted. It is compiled and
 * loaded apart, so that nothing of it stays.
 */
final class ExtendedHouse {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path FURTHER = Path.of("src/test/resources/further");

    private final Path directory;
    private final List<Path> files = new ArrayList<>();
    /** The files that are there and got lines, as they are now, by their names. */
    private final Map<String, String> changed = new LinkedHashMap<>();

    ExtendedHouse(Path directory) {
        this.directory = directory;
    }

    /** With that file of its own. */
    ExtendedHouse file(String name) {
        files.add(FURTHER.resolve(name + ".java"));
        return this;
    }

    /** With a line before the one, and the only one, that contains that text. */
    ExtendedHouse line(Class<?> in, String before, String line) throws IOException {
        String name = in.getName().replace('.', '/') + ".java";
        String text = changed.getOrDefault(name, Files.readString(MAIN.resolve(name)));
        int found = text.indexOf(before);
        assertThat(found).as("%s in %s", before, name).isNotNegative().isEqualTo(text.lastIndexOf(before));
        int at = text.lastIndexOf('\n', found) + 1;
        changed.put(name, text.substring(0, at) + line + "\n" + text.substring(at));
        return this;
    }

    /** The names of the files that were there and got lines. */
    List<String> touched() {
        return changed.keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')))
                .toList();
    }

    /** Compiles what is new, and again all files that name that class, for the compiler to find what else would have to change. */
    ExtendedHouse compiled(Class<?> namedBy) throws IOException {
        Pattern name = Pattern.compile("\\b" + namedBy.getSimpleName() + "\\b");
        List<Path> sources = new ArrayList<>(files);
        try (Stream<Path> all = Files.walk(MAIN)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                boolean replaced =
                        changed.containsKey(MAIN.relativize(file).toString().replace('\\', '/'));
                if (!replaced && name.matcher(Files.readString(file)).find()) {
                    sources.add(file);
                }
            }
        }
        return compile(sources);
    }

    /** Compiles what is new. */
    ExtendedHouse compiled() throws IOException {
        return compile(new ArrayList<>(files));
    }

    private ExtendedHouse compile(List<Path> sources) throws IOException {
        for (Map.Entry<String, String> file : changed.entrySet()) {
            Path copy = directory.resolve("src").resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            sources.add(Files.writeString(copy, file.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
            boolean well = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(well).as(said.toString()).isTrue();
        }
        return this;
    }

    /** Runs the checks of that class, in the house as it is now. */
    void check(String checks) throws IOException, ReflectiveOperationException {
        URL[] places = {
            directory.toUri().toURL(),
            NodeKinds.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (Apart apart = new Apart(places)) {
            apart.loadClass("roundhouse.further." + checks).getMethod("check").invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(checks + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** Loads all of the program anew, from these places. */
    private static final class Apart extends URLClassLoader {
        Apart(URL[] places) {
            super(places, ExtendedHouse.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("roundhouse.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
