package mien.engine.checkpoint.objects;

import java.io.IOException;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.storage.Malformed;

/** Where the storages lie that a pickle refers to. */
public interface Storages {

    /** For pickles that stand alone. */
    Storages NONE =
            id -> {
                throw new Malformed("it refers to numbers outside itself");
            };

    /**
     * The storage of a persistent id.
     *
     * @throws Malformed when there is none, or it is not as large as the id says
     */
    Storage find(PickleValue id) throws IOException, Malformed;
}
