package roundhouse.analysis;

/** Which version of the program this is, as saved runs and {@code --version} say it. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** {@code roundhouse 0.1.0}, from the jar's manifest. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return "roundhouse " + (version == null ? "(from source)" : version);
    }
}
