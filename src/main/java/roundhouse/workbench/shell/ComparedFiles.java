package roundhouse.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import roundhouse.workbench.compare.several.ComparedFile;
import roundhouse.workbench.compare.several.OtherDesigns;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.RecentFiles;

/** The files that the open design can be compared with. */
record ComparedFiles(Document document, RecentFiles files, RunFiles runs) implements OtherDesigns {
    @Override
    public List<Path> recent() {
        Path open = document.fileProperty().get();
        return files.files().stream()
                .filter(file ->
                        open == null || !file.equals(open.toAbsolutePath().normalize()))
                .toList();
    }

    @Override
    public Optional<ComparedFile> read(Path file) {
        return runs.design(file);
    }

    @Override
    public Optional<ComparedFile> ask() {
        return runs.design();
    }
}
