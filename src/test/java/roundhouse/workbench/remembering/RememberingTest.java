package roundhouse.workbench.remembering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.workbench.Preferences;

class RememberingTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 25, 1440, 875);
    private static final Rectangle2D BEAMER = new Rectangle2D(1440, 0, 1920, 1080);

    @TempDir
    Path directory;

    private Preferences settings() {
        return Preferences.in(directory.resolve("settings.properties"));
    }

    @Test
    void aPlaceIsWrittenAndRead() {
        WindowPlace place = new WindowPlace(-20, 60, 1200, 800, true);
        assertThat(place.text()).isEqualTo("-20,60 1200x800 maximized");
        assertThat(WindowPlace.of(place.text())).contains(place);
        for (String other : List.of("", "1,2", "1,2 3x4 minimized", "NaN,0 10x10", "1,2 -3x4")) {
            assertThat(WindowPlace.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void aWindowComesBackToTheScreenItWasOn() {
        WindowPlace place = new WindowPlace(1500, 100, 1600, 900, false);
        assertThat(place.on(List.of(LAPTOP, BEAMER))).contains(place);
        assertThat(place.on(List.of(LAPTOP))).as("that screen is gone").isEmpty();
        assertThat(new WindowPlace(100, 0, 1200, 800, false).on(List.of(LAPTOP)))
                .as("its bar would lie under that of the desktop")
                .isEmpty();
        assertThat(new WindowPlace(1400, 100, 900, 700, false).on(List.of(LAPTOP)))
                .as("a sliver of it cannot be taken hold of")
                .isEmpty();
        assertThat(new WindowPlace(10, 30, 3000, 2000, true).on(List.of(LAPTOP)))
                .contains(new WindowPlace(10, 30, 1440, 875, true));
    }

    @Test
    void eachKindOfFileHasItsFolder() throws IOException {
        Path systems = Files.createDirectory(directory.resolve("systems"));
        Path pictures = Files.createDirectory(directory.resolve("pictures"));
        Path open = directory.resolve("a.json");
        Folders folders = new Folders(settings());
        assertThat(folders.of("topology", null)).isEmpty();
        assertThat(folders.of("picture", open)).as("beside what is open").contains(directory);
        folders.chosen("topology", systems.resolve("b.json"));
        folders.chosen("picture", pictures.resolve("b.png"));
        Folders next = new Folders(settings());
        assertThat(next.of("topology", null)).contains(systems);
        assertThat(next.of("picture", open)).contains(pictures);
        assertThat(next.of("lesson", null)).as("better than nowhere").contains(systems);
        Files.delete(pictures);
        assertThat(next.of("picture", open)).as("it is gone").contains(directory);
    }

    @Test
    void aSwitchIsAsItWasLeft() {
        BooleanProperty first = new SimpleBooleanProperty(true);
        RememberedSwitch.follow(first, settings(), "minimap");
        assertThat(first.get()).as("nothing is known yet").isTrue();
        first.set(false);
        BooleanProperty second = new SimpleBooleanProperty(true);
        RememberedSwitch.follow(second, settings(), "minimap");
        assertThat(second.get()).isFalse();
    }

    @Test
    void twoWindowsDoNotForgetEachOthersSettings() {
        Preferences one = settings();
        Preferences other = settings();
        one.put("a", "1");
        other.put("b", "2");
        one.put("c", "3");
        assertThat(settings().get("a")).contains("1");
        assertThat(settings().get("b")).contains("2");
        assertThat(settings().get("c")).contains("3");
    }
}
