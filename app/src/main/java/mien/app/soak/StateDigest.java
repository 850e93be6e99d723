package mien.app.soak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import mien.app.document.Assets;
import mien.app.document.DocumentJson;
import mien.app.document.DocumentState;
import mien.app.document.View;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** A short name of all that a document says, pixels included, however it is looked at. */
final class StateDigest {

    private StateDigest() {}

    static String of(DocumentState state) {
        ObjectNode json = DocumentJson.write(state.withView(View.FITTED), new Hashes());
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }

    /** Keeps nothing. */
    private record Hashes() implements Assets.Sink {

        @Override
        public String picture(Picture picture) {
            return ContentHash.of(picture);
        }

        @Override
        public String mask(Mask mask) {
            return ContentHash.of(mask);
        }
    }
}
