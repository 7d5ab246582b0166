/** Who a delivery is between, read off its id `<recipient>.<document>`; neither part holds a dot. */
export const partiesOf = (deliveryId: string): { recipient: string; document: string } => {
  const dot = deliveryId.indexOf('.');
  return { recipient: deliveryId.slice(0, dot), document: deliveryId.slice(dot + 1) };
};
