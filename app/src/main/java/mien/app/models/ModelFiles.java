package mien.app.models;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import mien.app.text.Texts;

/** The dialog of the system that asks for files of weights. */
public record ModelFiles(Window owner, Texts texts) implements Supplier<List<Path>> {

    @Override
    public List<Path> get() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("models.choose"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                texts.text("models.files"),
                                "*.safetensors",
                                "*.pt",
                                "*.pth",
                                "*.ckpt",
                                "*.tar",
                                "*.bin",
                                "*.pkl",
                                "*.npz",
                                "*.npy"),
                        new FileChooser.ExtensionFilter(texts.text("models.all-files"), "*.*"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return Optional.ofNullable(chosen).orElse(List.of()).stream().map(File::toPath).toList();
    }
}
