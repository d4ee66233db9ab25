package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.words.Nearest;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Selector;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.PlacedLoad;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;

/** {@code roundhouse place}: which target owns each key of a file, or how all placements compare on those keys. */
@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints each key of a file and the target that owns it, separated by a tab; further copies follow.",
            "Prints 'none' where no target can own the key.",
            "Keys are placed in their order, each as if requested once and, where load counts, still in flight."
        })
final class PlaceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--placement",
            paramLabel = "P",
            description = "one of: ${COMPLETION-CANDIDATES}",
            completionCandidates = PlacementNames.class)
    private @Nullable String placement;

    @Option(
            names = "--targets",
            required = true,
            paramLabel = "NAME=WEIGHT,…",
            description = "the targets; '=WEIGHT' may be left out, '@ZONE' may follow")
    private String targets = "";

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "a key a line, in UTF-8; '-' for the standard input")
    private Path keys = Path.of("-");

    @Option(
            names = "--hash",
            paramLabel = "H",
            description = "one of: ${COMPLETION-CANDIDATES}; '+avalanche' may follow; default: the placement's own",
            completionCandidates = HashNames.class)
    private @Nullable String hash;

    @Option(names = "--replicas", paramLabel = "R", description = "targets for each key; default: ${DEFAULT-VALUE}")
    private int replicas = 1;

    @Option(names = "--without", split = ",", paramLabel = "NAME", description = "removed from the targets")
    private List<String> without = List.of();

    @Option(names = "--down", split = ",", paramLabel = "NAME", description = "marked as down, but still listed")
    private List<String> down = List.of();

    @Option(
            names = "--virtual-nodes",
            paramLabel = "N",
            description = "tokens for each unit of weight on a ring; default: " + Ring.DEFAULT_VIRTUAL_NODES)
    private @Nullable Integer virtualNodes;

    @Option(
            names = "--balance-factor",
            paramLabel = "F",
            description = "what a target may have in flight, in percent of its fair share, 100 or more")
    private @Nullable Integer balanceFactor;

    @Option(
            names = "--compare",
            description = "a table of all placements instead: what --without and --down move (or, without them,"
                    + " the removal of the last target), balance, memory, and the cost of a lookup on this machine")
    private boolean compare;

    /** The placements' names, for the help text. */
    static final class PlacementNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        PlacementNames() {
            Placements.all().forEach(each -> add(each.key()));
        }
    }

    /** The hash functions' names, for the help text. */
    static final class HashNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        HashNames() {
            HashFunction.all().forEach(each -> add(each.key()));
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Target> list =
                TargetText.list(targets).stream().map(TargetText::placed).toList();
        HashFunction function = hash == null ? null : function(hash);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (compare) {
            PlaceChange change = PlaceChange.of(list, without, down);
            if (change.isNone() && !list.isEmpty()) {
                change = PlaceChange.of(list, List.of(list.getLast().name()), List.of());
            }
            PlaceComparison table = new PlaceComparison(change, kind -> create(kind, list, options(kind, function)));
            KeyLines.read(keys, "a list of keys", table::add);
            table.print(out);
            return ExitCode.WELL;
        }
        if (placement == null) {
            throw new InputException("--placement is missing (or --compare, for all of them)");
        }
        Placements kind = kind(placement);
        Placement before = create(kind, list, options(kind, function));
        place(PlaceChange.of(list, without, down).applyTo(before), out);
        return ExitCode.WELL;
    }

    private void place(Placement placement, PrintWriter out) throws IOException {
        if (replicas < 1) {
            throw new InputException("--replicas: " + replicas + " is not 1 or more");
        }
        List<Target> list = placement.targets();
        PlacedLoad load = new PlacedLoad(list.size());
        Selector selector = placement.selector(load);
        int[] copies = new int[Math.min(replicas, list.size())];
        KeyLines.read(keys, "a list of keys", key -> {
            long hashed = placement.hash(key);
            int owner = selector.select(hashed);
            out.print(key);
            out.print('\t');
            out.print(owner == Placement.NONE ? "none" : list.get(owner).name());
            if (owner != Placement.NONE) {
                load.add(owner);
                int left = replicas - 1;
                int count = left == 0 ? 0 : placement.replicas(hashed, copies.length, copies);
                for (int i = 0; i < count && left > 0; i++) {
                    if (copies[i] != owner) {
                        out.print('\t');
                        out.print(list.get(copies[i]).name());
                        left--;
                    }
                }
            }
            out.print('\n');
        });
    }

    private PlacementOptions options(Placements kind, @Nullable HashFunction function) {
        if (virtualNodes != null && virtualNodes < 1) {
            throw new InputException("--virtual-nodes: " + virtualNodes + " is not 1 or more");
        }
        if (balanceFactor != null && balanceFactor < 100) {
            throw new InputException("--balance-factor: " + balanceFactor + " is not 100 or more");
        }
        if (!compare && virtualNodes != null && !kind.isRing()) {
            throw new InputException("--virtual-nodes: only a ring has them, and the placement is " + kind.key());
        }
        if (!compare && balanceFactor != null && !kind.canBeBounded()) {
            throw new InputException("--balance-factor: " + kind.key() + " knows no bound on load");
        }
        // In a comparison, software with a hash of its own keeps it.
        boolean own = function == null || (compare && !kind.takesAnyHash());
        return new PlacementOptions(
                own ? kind.defaultHash() : Objects.requireNonNull(function),
                virtualNodes == null ? Ring.DEFAULT_VIRTUAL_NODES : virtualNodes,
                balanceFactor == null ? PlacementOptions.UNBOUNDED : balanceFactor);
    }

    /** A placement, or one line that says why it cannot be built so. */
    private static Placement create(Placements kind, List<Target> targets, PlacementOptions options) {
        try {
            return kind.create(targets, options);
        } catch (IllegalArgumentException e) {
            throw new InputException(Objects.requireNonNullElse(e.getMessage(), kind.key() + " cannot be built so"));
        }
    }

    private static Placements kind(String name) {
        return Placements.of(name)
                .orElseThrow(() -> new InputException(
                        "'" + name + "' is not a placement" + Nearest.suggestion(name, new PlacementNames())));
    }

    private static HashFunction function(String name) {
        return HashFunction.of(name)
                .orElseThrow(() -> new InputException(
                        "'" + name + "' is not a hash function" + Nearest.suggestion(name, new HashNames())));
    }
}
