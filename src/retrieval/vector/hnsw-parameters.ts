/** Hierarchical navigable small worlds (Malkov and Yashunin 2018): links a node, and effort while building and searching. */
export const M = 16;
export const EF_CONSTRUCTION = 200;
export const EF_SEARCH = 128;
