package roundhouse.topology.nodes.traffic;

import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/** Which keys the requests are about: numbers from 0 to {@code count} less one, drawn for each request. */
public sealed interface KeyDistribution {
    int count();

    record Uniform(int count) implements KeyDistribution {
        private static final Declarations<Uniform> DECLARED =
                Declarations.of(Uniform.class, "the key type uniform").constant("type", "uniform");
        public static final Setting<Uniform, Integer> COUNT = DECLARED.setting("count", Uniform::count, KeyCount.TYPE)
                .says("Count", "How many different keys.")
                .required("1000", 1);
        public static final Settings<Uniform> SETTINGS =
                DECLARED.described("All equally often.").settings();
    }

    /** Key k (from 0) with probability in proportion to 1 / (k + 1)^exponent. */
    record Zipf(int count, double exponent) implements KeyDistribution {
        private static final Declarations<Zipf> DECLARED =
                Declarations.of(Zipf.class, "the key type zipf").constant("type", "zipf");
        public static final Setting<Zipf, Integer> COUNT = DECLARED.setting("count", Zipf::count, KeyCount.TYPE)
                .says("Count", "How many different keys.")
                .required("1000", 1);
        public static final Setting<Zipf, Double> EXPONENT = DECLARED.setting(
                        "exponent", Zipf::exponent, Types.number(0, 10))
                .says("Exponent", "0 is uniform; 1 is steep.")
                .required("0.9", 0.9);
        public static final Settings<Zipf> SETTINGS = DECLARED.described(
                        "Key k with probability in proportion to 1 / (k + 1) to the power of the exponent.")
                .settings();
    }

    /** Key 0 takes this share of the requests (0 to 1), the others the rest in equal parts. */
    record Hot(int count, double share) implements KeyDistribution {
        private static final Declarations<Hot> DECLARED =
                Declarations.of(Hot.class, "the key type hot").constant("type", "hot");
        public static final Setting<Hot, Integer> COUNT = DECLARED.setting("count", Hot::count, KeyCount.TYPE)
                .says("Count", "How many different keys.")
                .required("1000", 1);
        public static final Setting<Hot, Double> SHARE = DECLARED.setting("share", Hot::share, Types.share())
                .says("Hot share", "What part of the requests is about the hot key.")
                .required("0.5", 0.5);
        public static final Settings<Hot> SETTINGS = DECLARED.described(
                        "One key takes a share of its own, the others the rest in equal parts.")
                .settings();
    }

    /**
     * The keys of a file in their order, and from the beginning again at its end.
     *
     * @param file its name, from where the document is
     * @param recorded what it was found to hold
     */
    record FromFile(String file, RecordedKeys recorded) implements KeyDistribution {
        private static final Declarations<FromFile> DECLARED = Declarations.of(FromFile.class, "the key type file")
                .constant("type", "file")
                .fixed("recorded", RecordedKeys.NONE);
        public static final Setting<FromFile, String> FILE = DECLARED.setting("file", FromFile::file, Types.line())
                .says(
                        "File",
                        "A key a line, or \"ms key [size] [r|w]\", or a trace of ARC, LIRS or Twitter; beside this file.")
                .required("\"keys.txt\"", "keys.txt");
        public static final Settings<FromFile> SETTINGS = DECLARED.described(
                        "The keys of a file in their order, and from the beginning again at its end.")
                .settings();

        /** Whether that file was looked into. */
        public boolean isLoaded() {
            return recorded.isOf(file);
        }

        /** Why no request can be made of it; empty when they can. */
        public String problem() {
            return isLoaded() ? recorded.problem() : "it was not read";
        }

        @Override
        public int count() {
            return 1;
        }
    }

    /** As files and forms have it. */
    VariantsType<KeyDistribution> TYPE = new VariantsType<KeyDistribution>(
                    "keys", "keys", "type of keys", "{ \"type\": \"uniform\", \"count\": 1000 }")
            .or("uniform", "Uniform", "All equally often.", Uniform.class, Uniform.SETTINGS)
            .or("zipf", "Zipf", "A few often, most seldom.", Zipf.class, Zipf.SETTINGS)
            .or("hot", "Hot key", "One takes a share of its own.", Hot.class, Hot.SETTINGS)
            .or("file", "From a file", "As they were recorded.", FromFile.class, FromFile.SETTINGS)
            .convertedBy((before, type) -> switch (type) {
                case "uniform" -> new Uniform(before.count());
                case "zipf" -> new Zipf(before.count(), 0.9);
                case "file" -> FromFile.SETTINGS.usual();
                default -> new Hot(before.count(), 0.5);
            });
}
