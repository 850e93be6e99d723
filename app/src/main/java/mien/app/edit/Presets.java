package mien.app.edit;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import mien.app.text.Texts;
import mien.engine.edit.EditSpec;

/** What can be done with presets in an edit. */
final class Presets<S extends EditSpec> {

    private static final int LONGEST = 80;

    private final EditViewModel<S> edit;
    private final PresetFolder folder;
    private final Texts texts;
    private final Consumer<String> complaint;

    Presets(EditViewModel<S> edit, PresetFolder folder, Texts texts, Consumer<String> complaint) {
        this.edit = edit;
        this.folder = folder;
        this.texts = texts;
        this.complaint = complaint;
    }

    Set<String> names() {
        return folder.all().keySet();
    }

    /** Keeps what was changed under a name. */
    void keep(String typed) {
        String name = typed.strip();
        Preset preset = Preset.of(edit.system(), edit.opened(), edit.spec());
        if (name.isEmpty() || name.length() > LONGEST) {
            complaint.accept(texts.text("preset.unnamed", LONGEST));
        } else if (preset.size() == 0) {
            complaint.accept(texts.text("preset.nothing"));
        } else {
            try {
                folder.keep(name, preset);
            } catch (IOException e) {
                complaint.accept(texts.text("preset.unwritable", folder.path().toString()));
            }
        }
    }

    /** Sets the values of a preset; what it says nothing of stays as it is. */
    void apply(String name) {
        Preset preset = folder.all().get(name);
        if (preset == null) {
            complaint.accept(texts.text("preset.gone", name));
            return;
        }
        Preset.Applied<S> applied = preset.on(edit.system(), edit.spec());
        edit.apply(applied.spec());
        if (applied.left() > 0) {
            complaint.accept(texts.text("preset.left", name, applied.left()));
        }
    }

    void remove(String name) {
        try {
            folder.remove(name);
        } catch (IOException e) {
            complaint.accept(texts.text("preset.unwritable", folder.path().toString()));
        }
    }
}
