package mien.app.document;

import mien.engine.picture.ContentHash;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** Where the pictures and masks of a document lie, beside its text. */
public final class Assets {

    private Assets() {}

    /** Takes pictures; the same pixels are kept once. */
    public interface Sink {

        /** Keeps a picture and returns its {@link ContentHash}. */
        String picture(Picture picture);

        /** Keeps a mask and returns its {@link ContentHash}. */
        String mask(Mask mask);
    }

    /** Gives them back. */
    public interface Source {

        /**
         * @throws Malformed if it is missing or damaged
         */
        Picture picture(String hash);

        /**
         * @throws Malformed if it is missing or damaged
         */
        Mask mask(String hash);
    }
}
