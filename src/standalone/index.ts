import './object-prototype.js';
import './styles.js';
import './packs.js';
import '../define/all.js';
