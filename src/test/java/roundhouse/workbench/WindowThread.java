package roundhouse.workbench;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testfx.util.WaitForAsyncUtils;

/** What a test asks the window's thread. */
public final class WindowThread {
    private static final int PATIENCE_SECONDS = 60;

    private WindowThread() {}

    public static <T> T asked(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(1_000L * PATIENCE_SECONDS, question);
    }

    /** Waits until the condition, asked on that thread, holds. */
    public static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> asked(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came true", e);
        } catch (RuntimeException e) {
            throw new AssertionError(where(e), e);
        }
    }

    /** What broke in the window, and where: summaries of test runs show messages alone. */
    private static String where(Throwable broken) {
        Throwable first = broken;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return Stream.of(first.getStackTrace())
                .limit(4)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", ", first + " at ", ""));
    }
}
