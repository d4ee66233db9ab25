package roundhouse.workbench.files;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;

/** Offers what was kept of changes that were not saved when the program, or another one, ended. */
final class UnsavedChanges {
    private final Document document;
    private final RecentFiles recent;
    private final Autosave autosave;
    private final Prompts prompts;
    private final Notices notices;

    UnsavedChanges(Document document, RecentFiles recent, Autosave autosave, Prompts prompts, Notices notices) {
        this.document = document;
        this.recent = recent;
        this.autosave = autosave;
        this.prompts = prompts;
        this.notices = notices;
    }

    /**
     * Offers what other programs left unsaved when they ended: documents without a file, then changes to the files that were last
     * open, until something is wanted or nothing is for now.
     */
    boolean recoverLeft() {
        if (recoverOrphans()) {
            return true;
        }
        for (Path file : recent.files()) {
            if (!file.equals(document.fileProperty().get())
                    && !autosave.kept(file).isEmpty()
                    && TopologyFile.read(file) instanceof ReadResult.Read(Topology saved)
                    && offerKept(file, saved, () -> open(saved, file))) {
                recent.add(file);
                return true;
            }
        }
        return false;
    }

    /** Offers the documents without a file that other windows left unsaved when they ended, until one is wanted or none is for now. */
    private boolean recoverOrphans() {
        for (Path copy : autosave.orphans()) {
            Optional<Topology> topology = Autosave.read(copy);
            if (topology.isPresent()) {
                Prompts.Recovery answer = prompts.recover(topology.get().name());
                switch (answer) {
                    case RECOVER -> {
                        open(Topology.EMPTY, null);
                        recover(topology.get(), copy);
                    }
                    case DISCARD -> autosave.remove(copy);
                    case NOT_NOW -> {}
                }
                if (answer != Prompts.Recovery.DISCARD) {
                    return answer == Prompts.Recovery.RECOVER;
                }
            }
        }
        return false;
    }

    /**
     * Offers what is kept of a file's changes, the newest first, until it is recovered or left for later.
     *
     * @param saved what is in the file
     * @param first done before something is recovered
     * @return whether something was
     */
    boolean offerKept(Path file, Topology saved, Runnable first) {
        for (Path copy : autosave.kept(file)) {
            Topology kept = Autosave.read(copy).orElse(saved);
            if (!kept.equals(saved)) {
                switch (prompts.recover(String.valueOf(file.getFileName()))) {
                    case RECOVER -> {
                        first.run();
                        recover(kept, copy);
                        return true;
                    }
                    case DISCARD -> autosave.remove(copy);
                    case NOT_NOW -> {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    private void recover(Topology topology, Path copy) {
        document.edit(text("files.recover-unsaved-changes"), topology);
        autosave.takeOver(copy);
    }

    private void open(Topology topology, @Nullable Path file) {
        notices.dismiss();
        document.open(topology, file);
    }
}
