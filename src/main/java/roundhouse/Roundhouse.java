package roundhouse;

/** The program: no arguments open the workbench, arguments run the command line. */
public final class Roundhouse {
    private Roundhouse() {}

    public static void main(String[] args) {
        System.out.println("Roundhouse");
    }
}
