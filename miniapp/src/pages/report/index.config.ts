export default definePageConfig({
  navigationBarTitleText: '反映进度',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
