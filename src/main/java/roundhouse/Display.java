package roundhouse;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Whether a window can be opened. Asked before JavaFX starts, because JavaFX answers a missing display with a stack trace and cannot
 * be started a second time. Asking X11 needs native calls, which the compiler warns of by the name "restricted".
 */
@SuppressWarnings("restricted")
final class Display {
    private Display() {}

    /** Why no window can be opened, or nothing when one can. Only Linux is asked: elsewhere a desktop is always there. */
    static Optional<String> obstacle() {
        if (!System.getProperty("os.name").startsWith("Linux") || System.getProperty("glass.platform") != null) {
            return Optional.empty();
        }
        String display = System.getenv("DISPLAY");
        if (display == null || display.isEmpty()) {
            return Optional.of("DISPLAY is not set");
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return opens(SymbolLookup.libraryLookup("libX11.so.6", arena))
                    ? Optional.empty()
                    : Optional.of("display " + display + " cannot be opened");
        } catch (IllegalArgumentException e) {
            return Optional.of("GTK 3 is not installed");
        }
    }

    /** Opens the display that DISPLAY names and closes it again, as any X program does. */
    private static boolean opens(SymbolLookup x11) {
        Linker linker = Linker.nativeLinker();
        var open = linker.downcallHandle(
                x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        var close = linker.downcallHandle(
                x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int ignored = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("XOpenDisplay could not be called", e);
        }
    }
}
