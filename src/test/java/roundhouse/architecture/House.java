package roundhouse.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The program's classes, and its files: a file is a class that is within no other, with all that is within it. */
final class House {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption((Location location) -> !location.contains("/test-classes/"))
            .importPackages("roundhouse");

    private House() {}

    /** The files of every package. */
    static Map<String, Set<String>> filesByPackage() {
        Map<String, Set<String>> files = new TreeMap<>();
        for (JavaClass javaClass : CLASSES) {
            if (!javaClass.getSimpleName().equals("package-info")) {
                files.computeIfAbsent(javaClass.getPackageName(), _ -> new TreeSet<>())
                        .add(file(javaClass));
            }
        }
        return files;
    }

    private static String file(JavaClass javaClass) {
        String name = javaClass.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Which files each file names. */
    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass javaClass : CLASSES) {
            Set<String> its = uses.computeIfAbsent(file(javaClass), _ -> new TreeSet<>());
            javaClass.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("roundhouse")
                        && !file(target).equals(file(javaClass))) {
                    its.add(file(target));
                }
            });
        }
        return uses;
    }

    /** Circles of files that name each other (the strongly connected components; Tarjan 1972), each in alphabetical order. */
    static List<List<String>> circles() {
        return new Circles(uses()).found;
    }

    private static final class Circles {
        final List<List<String>> found = new ArrayList<>();
        private final Map<String, Set<String>> uses;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();

        Circles(Map<String, Set<String>> uses) {
            this.uses = uses;
            uses.keySet().forEach(file -> {
                if (!index.containsKey(file)) {
                    visit(file);
                }
            });
        }

        private void visit(String file) {
            index.put(file, index.size());
            lowest.put(file, index.get(file));
            open.push(file);
            for (String used : uses.getOrDefault(file, Set.of())) {
                if (!index.containsKey(used)) {
                    visit(used);
                    lowest.merge(file, lowest.get(used), Math::min);
                } else if (open.contains(used)) {
                    lowest.merge(file, index.get(used), Math::min);
                }
            }
            if (lowest.get(file).equals(index.get(file))) {
                List<String> circle = new ArrayList<>();
                String last;
                do {
                    last = open.pop();
                    circle.add(last);
                } while (!last.equals(file));
                if (circle.size() > 1) {
                    found.add(circle.stream().sorted().toList());
                }
            }
        }
    }
}
