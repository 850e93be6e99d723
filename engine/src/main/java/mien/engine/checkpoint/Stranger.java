package mien.engine.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What people take for a file of weights, and what to do about it. */
final class Stranger {

    private static final int TAR_MARK = 257;

    private Stranger() {}

    /** Completes the sentence "it is not a file of weights: …". */
    static String sentence(ByteBuffer head) {
        byte[] bytes = new byte[head.remaining()];
        head.get(head.position(), bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String shown = text.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return "it is empty; download it again";
        }
        if (shown.startsWith("<")) {
            return "it is a web page, saved in place of the model; download it in a browser,"
                    + " where the site may ask you to confirm";
        }
        if (shown.startsWith("version https://git-lfs")) {
            return "it only says where the model lies (a Git LFS pointer); download the model"
                    + " itself, or run 'git lfs pull'";
        }
        if (text.startsWith("\u001f\u008b")) {
            return "it is compressed by gzip; unpack it and choose the file inside";
        }
        if (text.startsWith("7z\u00bc\u00af") || text.startsWith("Rar!")) {
            return "it is a packed archive; unpack it and choose the file inside";
        }
        if (text.startsWith("ustar", TAR_MARK)) {
            return "it is a tar archive; unpack it and choose the file inside";
        }
        if (text.startsWith("\u0089HDF")) {
            return "it is an HDF5 file, which none of these models come in";
        }
        return "it begins like no kind that weights come in (safetensors, PyTorch, NumPy,"
                + " pickle); download or copy it again";
    }
}
