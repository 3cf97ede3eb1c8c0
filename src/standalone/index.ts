import './object-prototype.js';
import './packs.js';
import '../define/all.js';
