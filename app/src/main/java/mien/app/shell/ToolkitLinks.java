package mien.app.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import mien.app.models.Links;

/**
 * Addresses and folders in the programs of the person's system.
 *
 * @param browse shows an address in the program that the system has for it
 */
record ToolkitLinks(Consumer<String> browse) implements Links {

    @Override
    public void open(String address) {
        browse.accept(address);
    }

    @Override
    public void copy(String address) {
        ClipboardContent content = new ClipboardContent();
        content.putString(address);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows the folder of a file. */
    void show(Path file) {
        browse.accept(file.toAbsolutePath().getParent().toUri().toString());
    }
}
