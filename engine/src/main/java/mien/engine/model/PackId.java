package mien.engine.model;

import java.util.regex.Pattern;
import mien.engine.edit.EditException;

/** A pack's name is also its folder's: nothing in it may lead elsewhere. */
final class PackId {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    private PackId() {}

    /**
     * @throws EditException if it is not a plain name
     */
    static String checked(String id) {
        if (id.length() > LONGEST || !FORM.matcher(id).matches()) {
            throw new EditException(
                    "'%s' cannot be a model's name: use up to %d small letters and digits, words joined by single hyphens, as in 'deca-2'."
                            .formatted(printable(id), LONGEST));
        }
        return id;
    }

    private static String printable(String id) {
        String shown = id.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }
}
